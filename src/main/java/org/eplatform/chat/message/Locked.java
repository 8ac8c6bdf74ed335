package org.eplatform.chat.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.UserId;

/// One conversation whose row this transaction has locked, with what the batch makes of it. `seq` and `version` are given here and nowhere else:
/// the lock is held to COMMIT, so they are given one after the other in the order in which they are committed.
final class Locked {

    /// Somebody in the conversation. `changed` says that the row has to be written.
    static final class Member {

        final UserId user;
        long readSeq;
        long deliveredSeq;
        long version;
        boolean changed;

        Member(UserId user, long readSeq, long deliveredSeq, long version) {
            this.user = user;
            this.readSeq = readSeq;
            this.deliveredSeq = deliveredSeq;
            this.version = version;
        }

        /// Raises the markers, never lowers them. What was read was received too.
        boolean raise(long read, long delivered) {
            long newRead = Math.max(readSeq, read);
            long newDelivered = Math.max(Math.max(deliveredSeq, delivered), newRead);
            boolean rises = newRead > readSeq || newDelivered > deliveredSeq;
            readSeq = newRead;
            deliveredSeq = newDelivered;
            changed |= rises;
            return rises;
        }
    }

    final ConversationId id;
    final Map<UserId, Member> members = new LinkedHashMap<>();
    private final long before;
    private final List<DurableEvent> events = new ArrayList<>();
    private final List<DurableEvent> retold = new ArrayList<>();
    private long lastSeq;
    private long version;
    private boolean grown;

    Locked(ConversationId id, long lastSeq, long version) {
        this.id = id;
        this.lastSeq = lastSeq;
        this.version = version;
        before = version;
    }

    /// The place of a new message. Its author has read and received all up to it.
    long nextSeq(Member author) {
        grown = true;
        lastSeq++;
        author.raise(lastSeq, lastSeq);
        author.version = nextVersion();
        return lastSeq;
    }

    long nextVersion() {
        return ++version;
    }

    long lastSeq() {
        return lastSeq;
    }

    long version() {
        return version;
    }

    /// Whether a message was added.
    boolean grown() {
        return grown;
    }

    /// The version before the batch.
    long before() {
        return before;
    }

    boolean changed() {
        return version > before;
    }

    /// Everybody is to know of this change, which took the present version.
    void tell(DurableEvent event) {
        events.add(event);
    }

    /// Everybody is to know of this older change, in case nobody has told them.
    void tellAgain(DurableEvent event) {
        retold.add(event);
    }

    boolean hasNews() {
        return !events.isEmpty() || !retold.isEmpty();
    }

    Committed committed() {
        return new Committed(id, Set.copyOf(members.keySet()), before, List.copyOf(events), List.copyOf(retold));
    }
}
