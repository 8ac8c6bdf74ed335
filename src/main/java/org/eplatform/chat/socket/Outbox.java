package org.eplatform.chat.socket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What waits to be written to one connection: in order, one write in flight, bounded by count and by memory. The framework itself queues without bound.
///
/// Durable frames keep their order and are never dropped: when there is no room the caller ends the connection, and the client reads on from its
/// cursor. Of ephemeral ones only the latest of each subject waits, beside the queue, so that they never take a durable one's place.
final class Outbox {

    static final int CAPACITY = 256;
    /// In characters of two bytes: 1 MiB.
    static final int MAX_LENGTH = 512 * 1024;
    /// Watched people and typists.
    private static final int MAX_SUBJECTS = 512;

    private final Function<String, Uni<Void>> write;
    private final Runnable onFailure;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Map<Object, String> latest = new LinkedHashMap<>();
    private int length;
    /// Nothing is written before the first frame of all, see [#open].
    private boolean writing = true;
    private boolean closed;

    Outbox(Function<String, Uni<Void>> write, Runnable onFailure) {
        this.write = write;
        this.onFailure = onFailure;
    }

    /// Writes the first frame. What was offered before waits behind it.
    void open(String first) {
        start(first);
    }

    /// Takes a durable frame, unless there is no room. What is offered after [#close] vanishes.
    boolean offer(String frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (writing) {
                return hasRoom() && keep(frame);
            }
            writing = true;
        }
        start(frame);
        return true;
    }

    /// Takes an ephemeral frame in place of an older one of the same subject.
    void replace(Object subject, String frame) {
        synchronized (this) {
            if (closed || writing && !latest.containsKey(subject) && latest.size() >= MAX_SUBJECTS) {
                return;
            }
            if (writing) {
                latest.remove(subject);
                latest.put(subject, frame);
                return;
            }
            writing = true;
        }
        start(frame);
    }

    /// Waits until half of the queue is free: for a caller who has much to say and can wait. False when that takes too long, or the connection ends.
    synchronized boolean awaitRoom(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!closed && (waiting.size() > CAPACITY / 2 || length > MAX_LENGTH / 2)) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return !closed;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        latest.clear();
        notifyAll();
    }

    private boolean hasRoom() {
        return waiting.size() < CAPACITY && length < MAX_LENGTH;
    }

    private boolean keep(String frame) {
        length += frame.length();
        return waiting.add(frame);
    }

    private void start(String frame) {
        write.apply(frame).subscribe().with(_ -> next(), _ -> {
            close();
            onFailure.run();
        });
    }

    private void next() {
        var frame = poll();
        if (frame != null) {
            start(frame);
        }
    }

    private synchronized String poll() {
        var frame = waiting.poll();
        if (frame != null) {
            length -= frame.length();
            notifyAll();
        } else if (!latest.isEmpty()) {
            frame = latest.remove(latest.keySet().iterator().next());
        }
        writing = frame != null;
        return frame;
    }
}
