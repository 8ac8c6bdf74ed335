package org.eplatform.chat.socket;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Work of one connection that may wait for the database: done one after the other, in order, off the event loop. Bounded, and without a thread while
/// there is nothing to do.
final class Mailbox {

    static final int CAPACITY = 64;

    private final Executor executor;
    private final Consumer<Throwable> onFailure;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    Mailbox(Executor executor, Consumer<Throwable> onFailure) {
        this.executor = executor;
        this.onFailure = onFailure;
    }

    /// Takes a piece of work, unless too much is waiting. Never blocks.
    boolean offer(Runnable work) {
        return take(work, CAPACITY);
    }

    /// Takes the last piece of work, for which there is always room.
    void last(Runnable work) {
        take(work, CAPACITY + 1);
    }

    private boolean take(Runnable work, int capacity) {
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
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // Without this, one bug would stop the mailbox for ever, and what ends the connection with it.
                onFailure.accept(e);
            }
        }
    }

    private synchronized Runnable next() {
        var work = waiting.poll();
        working = work != null;
        return work;
    }
}
