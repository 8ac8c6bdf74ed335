package org.eplatform.chat.replica;

/// How replicas hear of each other's changes at once. Whichever it is, the database tells what was not heard.
public enum RelayKind {

    /// There is one replica, and nothing to tell.
    LOCAL,

    /// By `LISTEN` and `NOTIFY` of the database that holds the messages.
    POSTGRES,

    /// By Redis or Valkey, 7 or newer.
    REDIS
}
