package org.eplatform.chat.conversation;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;

/// A change of one conversation inside the running transaction. It holds the conversation's row lock from its making to COMMIT, so that
/// `seq` and `version` are given one after the other, in the order in which they are committed.
public final class Change {

    private final Conversation conversation;
    private final List<Participant> participants;
    private final Participant author;

    private Change(Conversation conversation, List<Participant> participants, Participant author) {
        this.conversation = conversation;
        this.participants = participants;
        this.author = author;
    }

    /// Takes the lock and looks again whether the caller is still in: the access may be older than their leaving.
    public static Change begin(Access access) {
        Conversation conversation = Conversation.findById(access.conversation().value(), PESSIMISTIC_WRITE);
        var participants = Participant.of(access.conversation().value());
        var author = participants.stream().filter(p -> p.userId.equals(access.user().value())).findAny();
        if (conversation == null || author.isEmpty()) {
            throw Conversations.notFound();
        }
        return new Change(conversation, participants, author.get());
    }

    /// The place of a new message. Its author has read and received all up to it.
    public long nextSeq() {
        long seq = ++conversation.lastSeq;
        author.raise(seq, seq);
        author.version = nextVersion();
        return seq;
    }

    /// The version of the latest change made here.
    public long version() {
        return conversation.version;
    }

    /// Puts the conversation on top of its participants' lists.
    public void activeAt(Instant time) {
        conversation.lastActivity = time;
    }

    /// Raises the author's markers; empty when they stand there or further already.
    boolean mark(long readSeq, long deliveredSeq) {
        if (readSeq > conversation.lastSeq || deliveredSeq > conversation.lastSeq) {
            throw new ChatException(ErrorCode.INVALID_REQUEST, "readSeq and deliveredSeq may be lastSeq at most");
        }
        boolean rises = author.raise(readSeq, deliveredSeq);
        if (rises) {
            author.version = nextVersion();
        }
        return rises;
    }

    Participant author() {
        return author;
    }

    /// Everybody who is to know of this change, the author among them.
    public Set<UserId> recipients() {
        return participants.stream().map(p -> new UserId(p.userId)).collect(Collectors.toUnmodifiableSet());
    }

    private long nextVersion() {
        return ++conversation.version;
    }
}
