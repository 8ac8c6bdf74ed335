package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The loop on a thread of its own.
final class RealLoop implements Loop, AutoCloseable {

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("verify").factory());
    private final long start = System.nanoTime();
    private final Consumer<Throwable> onBug;

    /// `onBug` hears of what a step throws: a bug of ours, after which no result could be trusted.
    RealLoop(Consumer<Throwable> onBug) {
        this.onBug = onBug;
        // Steps that come from the network while the run ends are of no interest any more.
        thread.setRejectedExecutionHandler((_, _) -> { });
    }

    @Override
    public long nanos() {
        return System.nanoTime() - start;
    }

    @Override
    public void after(Duration delay, Runnable step) {
        thread.schedule(() -> {
            try {
                step.run();
            } catch (RuntimeException | Error bug) {
                onBug.accept(bug);
            }
        }, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
