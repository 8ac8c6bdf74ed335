package org.eplatform.chat.socket;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.function.Function;

/// What waits to be written to one connection: bounded, in order, one write in flight. The framework itself queues without bound.
final class Outbox {

    static final int CAPACITY = 256;

    private final Function<String, Uni<Void>> write;
    private final Runnable onFailure;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;

    Outbox(Function<String, Uni<Void>> write, Runnable onFailure) {
        this.write = write;
        this.onFailure = onFailure;
    }

    /// Takes a frame, unless the queue is full. What is offered after [#close] vanishes.
    boolean offer(String frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (writing) {
                return waiting.size() < CAPACITY && waiting.add(frame);
            }
            writing = true;
        }
        start(frame);
        return true;
    }

    void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
    }

    private void start(String frame) {
        write.apply(frame).subscribe().with(_ -> next(), _ -> {
            close();
            onFailure.run();
        });
    }

    private void next() {
        String frame;
        synchronized (this) {
            frame = waiting.poll();
            writing = frame != null;
        }
        if (frame != null) {
            start(frame);
        }
    }
}
