package org.eplatform.chat.message;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.eplatform.chat.conversation.Access;
import org.eplatform.chat.conversation.Change;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.DurableEvent.MessageChanged;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.MessageView;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// Writes messages. What [#send] returns is committed.
@ApplicationScoped
public class Messages {

    private final Event<Committed> committed;

    Messages(Event<Committed> committed) {
        this.committed = committed;
    }

    /// Something that somebody wants to say. `replyTo` may be null.
    public record Draft(ClientId clientId, MessageText text, MessageId replyTo) {}

    /// What is in the database now, and whether an earlier try had put it there.
    public record Sent(MessageView message, boolean duplicate) {}

    private record Written(Sent sent, Committed committed) {}

    /// Stores a message once: a retry with the same client id finds the stored one, with its first `seq`, and tells nobody again.
    public Sent send(Access access, Draft draft) {
        var written = QuarkusTransaction.requiringNew().call(() -> write(access, draft));
        if (!written.sent.duplicate) {
            committed.fire(written.committed);
        }
        return written.sent;
    }

    private static Written write(Access access, Draft draft) {
        var change = Change.begin(access);
        return Message.stored(access.conversation(), access.user(), draft.clientId)
                .map(stored -> new Written(new Sent(stored.view(), true), null))
                .orElseGet(() -> append(access, change, draft));
    }

    private static Written append(Access access, Change change, Draft draft) {
        if (draft.replyTo != null && !Message.exists(access.conversation(), draft.replyTo)) {
            throw new ChatException(ErrorCode.INVALID_REQUEST, "replyTo names no message of this conversation");
        }
        var message = new Message();
        message.conversationId = access.conversation().value();
        message.seq = change.nextSeq();
        message.version = change.version();
        message.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        message.senderId = access.user().value();
        message.clientId = draft.clientId.value();
        message.body = draft.text.value();
        message.replyTo = draft.replyTo == null ? null : draft.replyTo.value();
        message.persistAndFlush();
        change.activeAt(message.createdAt);
        var view = message.view();
        return new Written(new Sent(view, false), new Committed(change.recipients(), new MessageChanged(access.conversation(), change.version(), view)));
    }
}
