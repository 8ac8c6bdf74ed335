package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/// An answer to the one connection that asked.
public sealed interface Reply extends Frame {

    /// The first frame of every connection. `epoch` changes when the database is restored: what a client holds from another epoch is void.
    record Welcome(UserId userId, UUID connectionId, UUID epoch, Instant serverTime, long heartbeatSeconds, Limits limits) implements Reply {}

    /// The bounds that a client has to keep.
    record Limits(int messageCodePoints, int frameBytes, int watchedUsers) {}

    /// The message is in the database, and stays there: sent only after COMMIT. `duplicate` says that it was there before.
    record Stored(String id, ConversationId conversationId, MessageId messageId, long seq, long version, Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean duplicate) implements Reply {}

    /// A command that has no result of its own was carried out.
    record Done(String id) implements Reply {}

    /// The answer to a ping.
    record Pong(String id, Instant serverTime) implements Reply {}

    /// A command was refused and changed nothing. `id` is missing when the command had none, or none that could be read.
    record Refused(String id, ErrorCode code, String detail, Long retryAfterMs) implements Reply {}
}
