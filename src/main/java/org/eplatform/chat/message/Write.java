package org.eplatform.chat.message;

import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.UserId;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// One durable change that somebody asks for. Whether they may is decided when it is carried out, under the conversation's lock.
public sealed interface Write {

    ConversationId conversation();

    UserId author();

    /// What it costs to keep waiting, in bytes, roughly: the batches are bounded by it.
    default int size() {
        return 100;
    }

    /// Store a message, once: `id` is made with the request, so that a batch that is run again knows its own rows. `replyTo` may be null.
    record Send(ConversationId conversation, UserId author, MessageId id, ClientId clientId, MessageText text, MessageId replyTo) implements Write {

        public Send(ConversationId conversation, UserId author, ClientId clientId, MessageText text, MessageId replyTo) {
            this(conversation, author, new MessageId(UuidVersion7Strategy.INSTANCE.generateUuid(null)), clientId, text, replyTo);
        }

        @Override
        public int size() {
            return 100 + 3 * text.value().length();
        }
    }

    /// Replace the text of one's own message.
    record Edit(ConversationId conversation, UserId author, MessageId message, MessageText text) implements Write {

        @Override
        public int size() {
            return 100 + 3 * text.value().length();
        }
    }

    /// Take back one's own message: its text goes, its place stays.
    record Delete(ConversationId conversation, UserId author, MessageId message) implements Write {}

    /// Raise the author's markers to these `seq`s; 0 leaves one where it is.
    record Mark(ConversationId conversation, UserId author, long readSeq, long deliveredSeq) implements Write {}
}
