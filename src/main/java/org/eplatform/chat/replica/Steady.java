package org.eplatform.chat.replica;

import java.time.Duration;

/// One step of work, done again and again on a thread of its own until the service stops.
public final class Steady {

    private static final Duration LAST_STEP = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private volatile Thread thread;

    /// Waits where there is nothing to do, and deals with what fails.
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    public Steady(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::work);
    }

    /// Also when it was never started. A step that goes on all the same is waited for, but not for long.
    public void stop() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(LAST_STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                step.run();
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }
}
