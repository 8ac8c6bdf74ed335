package org.eplatform.chat.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.Reply;
import org.jboss.logging.Logger;

/// How this replica stops (P8): it lets nobody in any more, tells those who are here, and ends their connections one after the other in random order, each
/// once what it asked for is answered. So the others are not overrun, and nobody notices.
@ApplicationScoped
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int FIRST = 1;
    /// As many connections as this leave in a second at most, until the window bounds it: they may all come to a replica that has only just started.
    private static final int PER_SECOND = 10;
    /// How long one connection may take to be answered.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// Within this time after the end of its connection a client comes back.
    private static final int LONGEST_WAIT_MILLIS = 500;

    private final Duration window;
    private final Frames frames;
    private volatile boolean begun;

    Drain(SocketConfig config, Frames frames) {
        window = config.drain();
        this.frames = frames;
    }

    /// Before anything else is given up.
    void begin(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /// Returns when all have ended, or took too long.
    void endAll(Collection<Connection> connections) {
        var open = new ArrayList<>(connections);
        Collections.shuffle(open);
        open.forEach(connection -> connection.mention(Reply.Draining.class, frames.encode(new Reply.Draining(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_MILLIS)))));
        long start = System.nanoTime();
        long length = Math.min(window.toNanos(), Duration.ofSeconds(open.size()).toNanos() / PER_SECOND);
        for (int i = 0; i < open.size(); i++) {
            var connection = open.get(i);
            Thread.ofVirtual().start(() -> connection.finish(CloseCode.RESTART, PATIENCE));
            parkUntil(start + length * (i + 1) / open.size());
        }
        await(open);
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(List<Connection> open) {
        try {
            CompletableFuture.allOf(open.stream().map(Connection::ended).toArray(CompletableFuture[]::new)).get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Not all of %d connections ended in order", open.size());
        }
    }
}
