package org.eplatform.chat.protocol;

import java.time.Instant;

/// Something that is true now and kept nowhere: the newest wins, and a lost one does no harm.
public sealed interface EphemeralEvent extends Frame {

    /// Somebody is writing. The receiver lets it end after 7 s, in case the end is lost.
    record Typing(ConversationId conversationId, UserId userId, boolean active) implements EphemeralEvent {}

    /// Somebody came or went. `lastActive` is missing while nothing is known.
    record Presence(UserId userId, boolean online, Instant lastActive) implements EphemeralEvent {}
}
