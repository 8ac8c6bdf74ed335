package org.eplatform.chat.benchmark;

/// What a measurement hears of the frames that its crowd gets. Called on the event loops: it returns at once.
interface Listener {

    Listener NOBODY = new Listener() {};

    default void acknowledged(Client sender, int number) {}

    /// `sender` is the index of the client that sent the message.
    default void received(Client receiver, int sender, int number) {}
}
