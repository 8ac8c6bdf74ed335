package org.eplatform.chat.protocol;

/// A change that is in the database. `version` is the conversation's change counter at that change, so a missing one can be noticed and read again.
public sealed interface DurableEvent extends Frame {

    ConversationId conversationId();

    long version();

    /// The whole present state of one message: the receiver upserts it by its id, so applying it twice is harmless.
    record MessageChanged(ConversationId conversationId, long version, MessageView message) implements DurableEvent {}

    /// The whole present state of one conversation, as the receiver sees it: one that they were added to, or that has changed.
    record ConversationChanged(ConversationId conversationId, long version, ConversationView conversation) implements DurableEvent {}

    /// Somebody has read or received more.
    record MarkerMoved(ConversationId conversationId, long version, UserId userId, long readSeq, long deliveredSeq) implements DurableEvent {}
}
