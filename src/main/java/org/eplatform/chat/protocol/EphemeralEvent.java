package org.eplatform.chat.protocol;

import java.time.Instant;
import java.util.List;

/// Something that is true now and kept nowhere. The newest wins: it replaces an older one of the same subject that still waits to be written.
public sealed interface EphemeralEvent extends Frame {

    /// What this is about: of one subject only the newest event counts.
    Object subject();

    /// Somebody is writing. The receiver lets it end after 7 s, in case the end is lost.
    record Typing(ConversationId conversationId, UserId userId, boolean active) implements EphemeralEvent {

        @Override
        public Object subject() {
            return List.of(conversationId, userId);
        }
    }

    /// Somebody came or went. `lastActive` is missing while nothing is known.
    record Presence(UserId userId, boolean online, Instant lastActive) implements EphemeralEvent {

        @Override
        public Object subject() {
            return userId;
        }
    }
}
