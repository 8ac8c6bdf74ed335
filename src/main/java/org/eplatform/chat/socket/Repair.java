package org.eplatform.chat.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.conversation.Permit;
import org.eplatform.chat.message.Burst;
import org.eplatform.chat.message.Changes;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.UserId;
import org.jboss.logging.Logger;

/// Notices that something was not told (P5), and tells it from the database. A hole shows itself by the event after it; after the last event of all
/// nothing follows, so the lively conversations are compared with the database every few seconds, in one statement.
@ApplicationScoped
class Repair {

    private static final Logger LOG = Logger.getLogger(Repair.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// A conversation in which nothing was told for this long is compared no more: who comes back to it synchronises.
    private static final Duration LIVELY = Duration.ofMinutes(1);
    /// How long what is missing may be on its way.
    private static final Duration MOMENT = Duration.ofMillis(100);
    /// How many conversations are read by one statement.
    private static final int AT_ONCE = 100;

    /// Changed messages of one conversation that are read at once: what fits beside others' into the half of a connection's queue that is awaited.
    private static final int PAGE = 64;
    /// How long all that is read at once may wait for those who are told. Who reads more slowly is told all the same, and closed when there is no room.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// Each is in the queue at most once: its head knows.
    private record Behind(ConversationId conversation, Head head) {

        Changes.Range range(Permit permit) {
            synchronized (head) {
                return new Changes.Range(permit, head.version(), head.wanted());
            }
        }
    }

    private final Heads heads;
    private final Conversations conversations;
    private final Changes changes;
    private final Connections connections;
    private final Frames frames;
    private final Vertx vertx;
    private final ExecutorService executor;
    private final Counter repairs;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Behind> behind = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private long timer;

    Repair(Heads heads, Conversations conversations, Changes changes, Connections connections, Frames frames, Vertx vertx,
            @VirtualThreads ExecutorService executor, MeterRegistry metrics) {
        this.heads = heads;
        this.conversations = conversations;
        this.changes = changes;
        this.connections = connections;
        this.frames = frames;
        this.vertx = vertx;
        this.executor = executor;
        repairs = metrics.counter("chat.repairs");
    }

    void compareRegularly(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> {
            if (comparing.compareAndSet(false, true)) {
                executor.execute(this::compare);
            }
        });
    }

    /// Timers outlive all that they need.
    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
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
                fill(conversation, head);
            }
        }
    }

    /// Something is missing before this, which may be on its way from another replica: what was changed at two of them at once comes in any order. The caller
    /// holds the head.
    void hold(Head head, Committed ahead) {
        boolean isFirst = head.holdsNothing();
        if (!head.hold(ahead)) {
            fill(ahead.conversation(), head);
        } else if (isFirst) {
            startUnlessItComes(ahead.conversation(), head);
        }
    }

    private void startUnlessItComes(ConversationId conversation, Head head) {
        long stuckAt = head.version();
        vertx.setTimer(MOMENT.toMillis(), _ -> executor.execute(() -> {
            synchronized (head) {
                if (head.holdsNothing()) {
                    return;
                }
                if (head.version() == stuckAt) {
                    fill(conversation, head);
                } else {
                    startUnlessItComes(conversation, head);
                }
            }
        }));
    }

    /// Reads on from where the head stands, together with all others that wait for it. The caller holds the head. False when that is under way, or must wait.
    boolean start(ConversationId conversation, Head head) {
        if (head.isRepairing() || head.isDoubted()) {
            return false;
        }
        head.repairing(true);
        behind.add(new Behind(conversation, head));
        if (working.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
        return true;
    }

    /// The same where it should have been told and was not, or not yet: those are counted.
    void fill(ConversationId conversation, Head head) {
        if (start(conversation, head)) {
            repairs.increment();
        }
    }

    private void work() {
        do {
            for (var some = next(); !some.isEmpty(); some = next()) {
                repair(some);
            }
            working.set(false);
        } while (!behind.isEmpty() && working.compareAndSet(false, true));
    }

    /// Each conversation once: one that was forgotten and has begun anew has two heads for a moment.
    private List<Behind> next() {
        var some = new LinkedHashMap<ConversationId, Behind>();
        for (var one = behind.poll(); one != null; one = some.size() < AT_ONCE ? behind.poll() : null) {
            if (some.putIfAbsent(one.conversation, one) != null) {
                behind.add(one);
                break;
            }
        }
        return List.copyOf(some.values());
    }

    /// On failure it leaves the heads behind: the next event, or the next comparison, starts them again.
    private void repair(List<Behind> some) {
        try {
            step(some).forEach(behind::add);
        } catch (RuntimeException e) {
            LOG.debugf("%d conversations could not be repaired yet: %s", some.size(), e.getMessage());
            some.forEach(one -> {
                synchronized (one.head) {
                    one.head.repairing(false);
                }
            });
        }
    }

    /// Reads outside the locks, and tells inside. What it returns is still behind.
    private List<Behind> step(List<Behind> some) {
        var ids = some.stream().map(Behind::conversation).collect(Collectors.toUnmodifiableSet());
        var permits = conversations.audiences(ids);
        var ranges = some.stream().collect(Collectors.toMap(Behind::conversation, one -> one.range(permits.get(one.conversation))));
        var page = changes.read(List.copyOf(ranges.values()), PAGE);
        // Read anew: who has left meanwhile must not hear what came after.
        var members = conversations.audiences(ids);
        var events = page.events().stream().collect(Collectors.groupingBy(DurableEvent::conversationId));
        var unfinished = page.rest().stream().map(range -> range.permit().conversation()).collect(Collectors.toUnmodifiableSet());
        var left = new ArrayList<Behind>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        some.forEach(one -> {
            var range = ranges.get(one.conversation);
            var people = members.get(one.conversation).members();
            // Of what is missing, each was changed again, and comes under its new version.
            long reached = unfinished.contains(one.conversation) ? 0 : range.upTo();
            connections.awaitRoom(people, deadline);
            Burst.of(() -> {
                if (tell(one.head, range.after(), people, events.getOrDefault(one.conversation, List.of()), reached)) {
                    left.add(one);
                }
            });
        });
        return left;
    }

    /// True when there is more to read. What was read from a place that the head has gone back behind is read anew.
    private boolean tell(Head head, long from, Set<UserId> members, List<DurableEvent> events, long reached) {
        synchronized (head) {
            if (head.version() < from) {
                return true;
            }
            events.forEach(event -> {
                connections.deliver(members, frames.encode(event));
                head.advance(event.version());
            });
            head.advance(reached);
            head.forgetHeld();
            head.repairing(head.isBehind());
            return head.isBehind();
        }
    }
}
