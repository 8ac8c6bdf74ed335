package org.eplatform.chat.replica;

/// One step of work, done again and again on a thread of its own until the service stops.
public final class Steady {

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

    /// Also when it was never started.
    public void stop() {
        if (thread != null) {
            thread.interrupt();
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
