package org.eplatform.chat.replica;

import java.time.Duration;
import org.jboss.logging.Logger;

/// One step of work, done again and again on a thread of its own until the service stops. One that fails is logged, and the next one follows after a pause.
public final class Steady {

    private static final Logger LOG = Logger.getLogger(Steady.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private volatile Thread thread;

    /// Waits where there is nothing to do, and deals with what is known to fail.
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

    /// Also when it was never started.
    public void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                attempt();
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    private void attempt() throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A step of %s failed", name);
            Thread.sleep(PAUSE);
        }
    }
}
