package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// One message as everybody in its conversation sees it. `seq` is its place in the conversation, `version` the conversation's change counter at its last change.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(MessageId id, ConversationId conversationId, long seq, long version, UserId senderId, ClientId clientId, String body,
        MessageId replyTo, Instant createdAt, Instant editedAt, Instant deletedAt) {}
