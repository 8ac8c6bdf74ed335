package org.eplatform.chat.audit;

import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;

/// Something that belongs into the audit log. A part may be null where it is not known. Nothing here may hold a message or a token.
public sealed interface AuditEvent {

    /// A call, a handshake or a renewal without a valid token. `reason` is one of ours, never the caller's words; `address` where it came from.
    record LoginRefused(String reason, String address) implements AuditEvent {}

    /// Somebody tried what they may not: a conversation they are not in, another one's message, an administrator's deed.
    record AccessRefused(UserId user, String operation, ConversationId conversation) implements AuditEvent {}

    /// Two people are in a new conversation.
    record ConversationStarted(ConversationId conversation, UserId by, UserId with) implements AuditEvent {}

    record Kicked(UserId user, UserId by) implements AuditEvent {}

    record Disabled(UserId user, UserId by) implements AuditEvent {}

    record Enabled(UserId user, UserId by) implements AuditEvent {}

    /// The provider has ended a session, or all of a subject's.
    record LoggedOut(String subject, String session) implements AuditEvent {}

    /// Somebody, or some place, does something too often.
    record LimitReached(RateLimit limit, String who) implements AuditEvent {}
}
