package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;

/// One conversation as the caller sees it. `unread` is `lastSeq` less the caller's `readSeq`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(ConversationId id, Kind kind, String title, List<ParticipantView> participants, MessageView lastMessage, long lastSeq,
        long version, long unread, Instant createdAt, Instant lastActivity) {

    /// What sort of conversation it is.
    public enum Kind {
        DIRECT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Somebody who takes part, and how far they have read and received.
    public record ParticipantView(UserView user, Role role, long readSeq, long deliveredSeq) {}

    /// What somebody may do in the conversation.
    public enum Role {
        MEMBER;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
