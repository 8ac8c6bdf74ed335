package org.eplatform.chat.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.message.Locked.Member;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.DurableEvent.MarkerMoved;
import org.eplatform.chat.protocol.DurableEvent.MessageChanged;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;

/// Decides what a batch of writes changes, while the conversations are locked. It touches no database: what it decides stands in `inserted`,
/// `changed` and the [Locked] conversations.
final class Batch {

    final List<MessageView> inserted = new ArrayList<>();
    final Map<MessageId, MessageView> changed = new LinkedHashMap<>();
    private final Map<Member, Locked> risen = new LinkedHashMap<>();
    private final Loaded loaded;
    private final boolean again;

    /// `again` says that some of these writes may have been committed before without anybody's being told.
    Batch(Loaded loaded, boolean again) {
        this.loaded = loaded;
        this.again = again;
    }

    /// One outcome for each write, in their order. The markers come last: many of one person in one batch are one change.
    List<Outcome> decide(List<Write> writes) {
        var outcomes = new ArrayList<Outcome>(writes.size());
        for (var write : writes) {
            outcomes.add(decide(write));
        }
        risen.forEach(Batch::moveMarkers);
        return outcomes;
    }

    private Outcome decide(Write write) {
        var conversation = loaded.conversations.get(write.conversation());
        var author = conversation == null ? null : conversation.members.get(write.author());
        if (author == null) {
            return new Outcome.Refused(Conversations.notFound());
        }
        try {
            return switch (write) {
                case Write.Send send -> send(conversation, author, send);
                case Write.Edit edit -> edit(conversation, edit);
                case Write.Delete delete -> delete(conversation, delete);
                case Write.Mark mark -> mark(conversation, author, mark);
            };
        } catch (ChatException | InvalidField refused) {
            return new Outcome.Refused(refused);
        }
    }

    private Outcome send(Locked conversation, Member author, Write.Send send) {
        var stored = loaded.stored(send);
        if (stored != null) {
            tellAgain(conversation, new MessageChanged(conversation.id, stored.version(), stored));
            return new Outcome.Stored(stored, !stored.id().equals(send.id()));
        }
        if (send.replyTo() != null && loaded.message(send.conversation(), send.replyTo()) == null) {
            throw InvalidField.invalid("replyTo names no message of this conversation");
        }
        long seq = conversation.nextSeq(author);
        var message = new MessageView(send.id(), conversation.id, seq, conversation.version(), send.author(), send.clientId(), send.text().value(),
                send.replyTo(), loaded.now, null, null);
        loaded.keep(message);
        inserted.add(message);
        conversation.tell(new MessageChanged(conversation.id, message.version(), message));
        return new Outcome.Stored(message, false);
    }

    private Outcome edit(Locked conversation, Write.Edit edit) {
        var message = own(edit, edit.message());
        if (message.deletedAt() != null) {
            throw notFound();
        }
        return change(conversation, message, edit.text().value().equals(message.body()) ? message
                : new MessageView(message.id(), conversation.id, message.seq(), conversation.nextVersion(), message.senderId(), message.clientId(),
                        edit.text().value(), message.replyTo(), message.createdAt(), loaded.now, null));
    }

    private Outcome delete(Locked conversation, Write.Delete delete) {
        var message = own(delete, delete.message());
        return change(conversation, message, message.deletedAt() != null ? message
                : new MessageView(message.id(), conversation.id, message.seq(), conversation.nextVersion(), message.senderId(), message.clientId(),
                        "", message.replyTo(), message.createdAt(), message.editedAt(), loaded.now));
    }

    /// What stands so already is not changed again.
    private Outcome change(Locked conversation, MessageView before, MessageView after) {
        var event = new MessageChanged(conversation.id, after.version(), after);
        if (after == before) {
            tellAgain(conversation, event);
        } else {
            loaded.keep(after);
            changed.put(after.id(), after);
            conversation.tell(event);
        }
        return new Outcome.Changed(after);
    }

    private MessageView own(Write write, MessageId id) {
        var message = loaded.message(write.conversation(), id);
        if (message == null) {
            throw notFound();
        }
        if (!message.senderId().equals(write.author())) {
            throw new ChatException(ErrorCode.FORBIDDEN, "Only its author may change a message.");
        }
        return message;
    }

    private static ChatException notFound() {
        return new ChatException(ErrorCode.MESSAGE_NOT_FOUND, "There is no such message in this conversation.");
    }

    private Outcome mark(Locked conversation, Member author, Write.Mark mark) {
        if (mark.readSeq() > conversation.lastSeq() || mark.deliveredSeq() > conversation.lastSeq()) {
            throw InvalidField.invalid("readSeq and deliveredSeq may be lastSeq at most");
        }
        if (author.raise(mark.readSeq(), mark.deliveredSeq())) {
            risen.put(author, conversation);
        } else {
            tellAgain(conversation, moved(conversation, author));
        }
        return new Outcome.Marked();
    }

    private static void moveMarkers(Member member, Locked conversation) {
        member.version = conversation.nextVersion();
        conversation.tell(moved(conversation, member));
    }

    private static MarkerMoved moved(Locked conversation, Member member) {
        return new MarkerMoved(conversation.id, member.version, member.user, member.readSeq, member.deliveredSeq);
    }

    /// Whoever retries may be the only one who can still bring to light what was committed and never told.
    private void tellAgain(Locked conversation, DurableEvent event) {
        if (again) {
            conversation.tellAgain(event);
        }
    }
}
