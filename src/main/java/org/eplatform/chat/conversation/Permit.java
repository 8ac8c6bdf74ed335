package org.eplatform.chat.conversation;

import org.eplatform.chat.protocol.ConversationId;

/// The proof that a conversation may be read: for somebody who is in it, or to tell all who are. Whatever reads a conversation takes one, and only the
/// membership check of [Conversations] makes them (ArchitectureTest). What writes needs none: [org.eplatform.chat.message.Writer] checks under the lock.
public sealed interface Permit permits Access, Audience {

    ConversationId conversation();
}
