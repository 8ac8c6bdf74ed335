package org.eplatform.chat.relay;

import org.eplatform.chat.protocol.UserId;

/// What a replica may want to hear, since somebody who is connected to it needs it.
public sealed interface Topic {

    UserId user();

    /// What is for this person.
    record For(UserId user) implements Topic {}

    /// Whether this person comes or goes.
    record Presence(UserId user) implements Topic {}
}
