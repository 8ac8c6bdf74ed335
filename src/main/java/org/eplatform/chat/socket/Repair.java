package org.eplatform.chat.socket;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.conversation.Permit;
import org.eplatform.chat.message.Changes;
import org.eplatform.chat.protocol.ConversationId;
import org.jboss.logging.Logger;

/// Notices that something was not told (P5), and tells it from the database. A hole shows itself by the event after it; after the last event of all
/// nothing follows, so the lively conversations are compared with the database every few seconds, in one statement.
@ApplicationScoped
class Repair {

    private static final Logger LOG = Logger.getLogger(Repair.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// A conversation in which nothing was told for this long is compared no more: who comes back to it synchronises.
    private static final Duration LIVELY = Duration.ofMinutes(1);

    private final Heads heads;
    private final Conversations conversations;
    private final Changes changes;
    private final Connections connections;
    private final Frames frames;
    private final ExecutorService executor;
    private final AtomicBoolean comparing = new AtomicBoolean();

    Repair(Heads heads, Conversations conversations, Changes changes, Connections connections, Frames frames, @VirtualThreads ExecutorService executor) {
        this.heads = heads;
        this.conversations = conversations;
        this.changes = changes;
        this.connections = connections;
        this.frames = frames;
        this.executor = executor;
    }

    void compareRegularly(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), _ -> {
            if (comparing.compareAndSet(false, true)) {
                executor.execute(this::compare);
            }
        });
    }

    private void compare() {
        try {
            var lively = heads.lively(LIVELY);
            if (!lively.isEmpty()) {
                conversations.versions(lively.keySet()).forEach((conversation, version) -> compare(lively, conversation, version));
            }
        } catch (RuntimeException e) {
            LOG.debugf("The conversations could not be compared with the database: %s", e.getMessage());
        } finally {
            comparing.set(false);
        }
    }

    private void compare(Map<ConversationId, Head> lively, ConversationId conversation, long version) {
        var head = lively.get(conversation);
        synchronized (head) {
            head.know(version);
            if (head.isBehind()) {
                start(conversation, head);
            }
        }
    }

    /// Reads on from where the head stands, on a thread of its own. The caller holds the head.
    void start(ConversationId conversation, Head head) {
        if (!head.isRepairing()) {
            head.repairing(true);
            executor.execute(() -> repair(conversation, head));
        }
    }

    /// On failure it leaves the head behind: the next event, or the next comparison, starts it again.
    private void repair(ConversationId conversation, Head head) {
        try {
            var permit = conversations.audience(conversation);
            for (boolean more = true; more; ) {
                more = step(permit, head);
            }
        } catch (RuntimeException e) {
            LOG.debugf("A conversation could not be repaired yet: %s", e.getMessage());
            synchronized (head) {
                head.repairing(false);
            }
        }
    }

    /// Reads outside the lock, and tells inside. False when nothing is left.
    private boolean step(Permit permit, Head head) {
        Changes.Range range;
        synchronized (head) {
            if (!head.isBehind()) {
                head.repairing(false);
                return false;
            }
            range = new Changes.Range(permit, head.version(), head.wanted());
        }
        var page = changes.read(List.of(range));
        // Read anew: who has left meanwhile must not hear what came after.
        var members = conversations.audience(permit.conversation()).members();
        synchronized (head) {
            page.events().forEach(event -> {
                connections.deliver(members, frames.encode(event));
                head.advance(event.version());
            });
            if (page.rest().isEmpty()) {
                // What is missing still was changed again, and comes under its new version.
                head.advance(range.upTo());
            }
            return true;
        }
    }
}
