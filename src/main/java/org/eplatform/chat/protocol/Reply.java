package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What is for one connection: an answer to what it asked, or something about itself.
public sealed interface Reply extends Frame {

    /// The first frame of every connection. `epoch` changes when the database is restored: what a client holds from another epoch is void.
    record Welcome(UserId userId, UUID connectionId, UUID epoch, Instant serverTime, long heartbeatSeconds, Limits limits) implements Reply {}

    /// The bounds that a client has to keep.
    record Limits(int messageCodePoints, int frameBytes, int watchedUsers) {}

    /// The message is in the database, and stays there: sent only after COMMIT. `duplicate` says that it was there before.
    record Stored(String id, ConversationId conversationId, MessageId messageId, long seq, long version, Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean duplicate) implements Reply {}

    /// The change of a message is in the database: sent only after COMMIT. `version` is the conversation's at that change.
    record Changed(String id, ConversationId conversationId, MessageId messageId, long version) implements Reply {}

    /// All that was missing has been sent before this. `reset` names the conversations whose history the client has to drop and page anew: too much
    /// has changed, the cursor is of another epoch, or the caller is not in it any more.
    record Synced(String id, Verdict verdict, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ConversationId> reset) implements Reply {

        /// `RESET` exactly when `reset` names a conversation.
        public enum Verdict {
            COMPLETE, RESET;

            @JsonValue
            public String wireName() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        public static Synced of(String id, List<ConversationId> reset) {
            return new Synced(id, reset.isEmpty() ? Verdict.COMPLETE : Verdict.RESET, List.copyOf(reset));
        }
    }

    /// A command that has no result of its own was carried out.
    record Done(String id) implements Reply {}

    /// The new token is in force, until it expires.
    record Renewed(String id, Instant expiresAt) implements Reply {}

    /// The answer to a ping.
    record Pong(String id, Instant serverTime) implements Reply {}

    /// A command was refused. It changed nothing, but for `busy` and `internal`, which leave that open. `id` is missing when the command had none, or none that could be read.
    /// `retryAfterMs` and `limit` may be null.
    record Refused(String id, ErrorCode code, String detail, Long retryAfterMs, RateLimit limit) implements Reply {}

    /// The service stops, and ends this connection soon (1012). Whoever waits about `retryAfterMs` after that finds another replica, and no crowd.
    record Draining(long retryAfterMs) implements Reply {}
}
