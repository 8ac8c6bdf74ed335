package org.eplatform.chat.socket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eplatform.chat.limit.BoundedQueue;
import org.eplatform.chat.limit.Overflows;

/// The turns in which connections are opened once they were let in. Each opening needs the database: a crowd that comes back at once waits for its turn here, not for
/// the pool, where it would time out and keep those away who write.
@Singleton
class Openings {

    /// Fewer than the pool has connections.
    private static final int AT_ONCE = 8;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore turns;
    private final Duration limit;
    private final Overflows overflows;

    @Inject
    Openings(Overflows overflows) {
        this(AT_ONCE, LIMIT, overflows);
    }

    Openings(int atOnce, Duration limit, Overflows overflows) {
        turns = new Semaphore(atOnce, true);
        this.limit = limit;
        this.overflows = overflows;
    }

    /// Runs it in its turn; false when that did not come in time.
    boolean inTurn(Runnable opening) {
        if (!isOurTurn()) {
            overflows.count(BoundedQueue.OPENINGS);
            return false;
        }
        try {
            opening.run();
        } finally {
            turns.release();
        }
        return true;
    }

    /// How many wait for their turn now.
    int waiting() {
        return waiting.get();
    }

    private boolean isOurTurn() {
        waiting.incrementAndGet();
        try {
            return turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }
}
