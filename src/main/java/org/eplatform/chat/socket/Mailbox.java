package org.eplatform.chat.socket;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/// Work of one connection: done one after the other, in order, off the event loop. Bounded, and without a thread while there is nothing to do.
final class Mailbox {

    static final int CAPACITY = 64;

    private final Executor executor;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /// Takes a piece of work, unless too much is waiting. Never blocks.
    boolean offer(Runnable work) {
        return waiting(work, CAPACITY);
    }

    /// Takes the last piece of work, for which there is always room.
    void last(Runnable work) {
        waiting(work, CAPACITY + 1);
    }

    private boolean waiting(Runnable work, int capacity) {
        synchronized (this) {
            if (waiting.size() >= capacity) {
                return false;
            }
            waiting.add(work);
            if (working) {
                return true;
            }
            working = true;
        }
        executor.execute(this::drain);
        return true;
    }

    private void drain() {
        for (var work = next(); work != null; work = next()) {
            work.run();
        }
    }

    private Runnable next() {
        synchronized (this) {
            var work = waiting.poll();
            working = work != null;
            return work;
        }
    }
}
