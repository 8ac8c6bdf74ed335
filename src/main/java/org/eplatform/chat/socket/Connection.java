package org.eplatform.chat.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eplatform.chat.limit.BoundedQueue;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Authentication;
import org.jboss.logging.Logger;

/// One open socket of one person: its bounded queues in both directions, and whom it watches.
final class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    /// How many writes of one connection may be unanswered.
    static final int MAX_UNANSWERED = 64;

    private static final Duration STEP = Duration.ofMillis(5);

    private final UUID id = UUID.randomUUID();
    private final WebSocketConnection socket;
    private final Overflows overflows;
    private final Mailbox inbound;
    private final Outbox outbound;
    private final Patience patience = new Patience();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger deferred = new AtomicInteger();
    private volatile boolean leaving;
    private volatile State state = new State.Opening();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Runnable end = () -> { };

    /// Nobody is known on a connection until its opening has read the database.
    sealed interface State {

        record Opening() implements State {}

        record Open(Authentication caller, Set<UserId> watched) implements State {

            UserId user() {
                return caller.user();
            }
        }

        record Closed() implements State {}
    }

    Connection(WebSocketConnection socket, Executor executor, Overflows overflows) {
        this.socket = socket;
        this.overflows = overflows;
        inbound = new Mailbox(executor, this::broken);
        outbound = new Outbox(socket::sendText, () -> close(CloseCode.INTERNAL));
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    /// Whether it follows the presence of anybody.
    boolean isWatching() {
        return state instanceof State.Open open && !open.watched().isEmpty();
    }

    /// The first work, and what undoes it in the end.
    void begin(Runnable opening, Runnable ending) {
        end = ending;
        work(opening);
    }

    /// Handles a frame on the spot. Those that come before the opening is over wait for it, and while some wait the others go behind them: frames are
    /// handled in the order in which they came.
    void inTurn(Runnable handling) {
        if (closing.get() || leaving) {
            return;
        }
        if (!(state instanceof State.Opening) && deferred.get() == 0) {
            handling.run();
            return;
        }
        deferred.incrementAndGet();
        work(() -> {
            try {
                handling.run();
            } finally {
                deferred.decrementAndGet();
            }
        });
    }

    /// Work that may wait for the database. Too much of it ends the connection: the event loop never waits for one of them. False when it will not be done.
    boolean work(Runnable work) {
        if (closing.get()) {
            return false;
        }
        boolean taken = inbound.offer(work);
        if (!taken) {
            overflow(BoundedQueue.INBOUND, CloseCode.TOO_MANY_COMMANDS);
        }
        return taken;
    }

    Patience patience() {
        return patience;
    }

    /// A write was asked for; false, and the end of the connection, when too many are unanswered.
    boolean asked() {
        if (unanswered.incrementAndGet() <= MAX_UNANSWERED) {
            return true;
        }
        overflow(BoundedQueue.UNANSWERED, CloseCode.TOO_MANY_COMMANDS);
        return false;
    }

    void answered() {
        unanswered.decrementAndGet();
    }

    /// Says the first frame of all. What was delivered before it waits behind it.
    void welcome(String frame) {
        outbound.open(frame);
    }

    /// A frame that must not be lost: when there is no room for it, the connection ends and the client reads on from where it was.
    void deliver(String frame) {
        if (!outbound.offer(frame)) {
            overflow(BoundedQueue.OUTBOUND, CloseCode.TOO_SLOW);
        }
    }

    /// The same for one of many frames in a row, by a caller who can wait for the client to read. False when the connection has ended.
    boolean deliverPatiently(String frame, Duration limit) {
        if (!awaitRoom(limit)) {
            overflow(BoundedQueue.OUTBOUND, CloseCode.TOO_SLOW);
            return false;
        }
        deliver(frame);
        return true;
    }

    /// Waits until there is room for much. False when that takes too long, or the connection has ended.
    boolean awaitRoom(Duration limit) {
        try {
            return outbound.awaitRoom(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A frame that only counts while it is the latest of its subject.
    void mention(Object subject, String frame) {
        if (!outbound.replace(subject, frame)) {
            overflows.count(BoundedQueue.MENTIONS);
        }
    }

    /// Hears nothing more, and ends once all that was heard is answered, or after this time.
    void finish(CloseCode code, Duration limit) {
        leaving = true;
        long deadline = System.nanoTime() + limit.toNanos();
        while (!closing.get() && !isIdle() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        close(code);
    }

    /// Counts once: what comes for a connection that is on its way out has no queue any more.
    private void overflow(BoundedQueue queue, CloseCode code) {
        if (close(code)) {
            overflows.count(queue);
        }
    }

    private boolean isIdle() {
        return unanswered.get() == 0 && deferred.get() == 0 && outbound.isIdle();
    }

    /// The connection is over for us at once, however long the other side takes to notice: one that reads nothing never would. False when it was over already.
    boolean close(CloseCode code) {
        if (!closing.compareAndSet(false, true)) {
            return false;
        }
        over();
        // It is closed already where a write failed because of that.
        if (!socket.isClosed()) {
            socket.close(new CloseReason(code.code())).subscribe().with(_ -> { }, failure -> LOG.debugf("The socket was closed already: %s", failure.getMessage()));
        }
        return true;
    }

    /// The other side, or the network, has ended it.
    void closed() {
        if (closing.compareAndSet(false, true)) {
            over();
        }
    }

    private void over() {
        outbound.close();
        inbound.last(() -> {
            try {
                end.run();
            } finally {
                ended.complete(null);
            }
        });
    }

    /// Completed when all that the connection was is undone.
    CompletableFuture<Void> ended() {
        return ended;
    }

    private void broken(Throwable failure) {
        LOG.error("The work of a connection failed", failure);
        close(CloseCode.INTERNAL);
    }
}
