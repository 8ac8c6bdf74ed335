package org.eplatform.chat.socket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eplatform.chat.message.Burst;

/// What waits to be written to one connection: in order, one write in flight, bounded by count and by memory. The framework itself queues without bound.
/// A write is all that waits, up to a limit: the network takes many frames as fast as one.
///
/// Durable frames keep their order and are never dropped: when there is no room the caller ends the connection, and the client reads on from its
/// cursor. Of ephemeral ones only the latest of each subject waits, beside the queue, so that they never take a durable one's place.
final class Outbox {

    static final int CAPACITY = 256;
    /// In characters of two bytes: 1 MiB.
    static final int MAX_LENGTH = 512 * 1024;
    /// Frames.
    static final int MAX_WRITE = 64;
    /// Watched people and typists.
    static final int MAX_SUBJECTS = 512;

    private final Function<String, Uni<Void>> write;
    private final Runnable onFailure;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Map<Object, String> latest = new LinkedHashMap<>();
    private int length;
    /// A write is in flight, or about to begin. Nothing is written before the first frame of all, see [#open].
    private boolean writing = true;
    private boolean closed;

    Outbox(Function<String, Uni<Void>> write, Runnable onFailure) {
        this.write = write;
        this.onFailure = onFailure;
    }

    /// Writes the first frame. What was offered before waits behind it.
    void open(String first) {
        write(List.of(first));
    }

    /// Takes a durable frame, unless there is no room. What is offered after [#close] vanishes.
    boolean offer(String frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (waiting.size() >= CAPACITY || length >= MAX_LENGTH) {
                return false;
            }
            length += frame.length();
            waiting.add(frame);
        }
        begin();
        return true;
    }

    /// Takes an ephemeral frame in place of an older one of the same subject, unless there are too many subjects. What is told after [#close] vanishes.
    boolean replace(Object subject, String frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (latest.size() >= MAX_SUBJECTS && !latest.containsKey(subject)) {
                return false;
            }
            latest.remove(subject);
            latest.put(subject, frame);
        }
        begin();
        return true;
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

    /// All that was offered is written.
    synchronized boolean isIdle() {
        return !writing;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        latest.clear();
        notifyAll();
    }

    private void begin() {
        synchronized (this) {
            if (writing) {
                return;
            }
            writing = true;
        }
        Burst.atEnd(this::next);
    }

    private void next() {
        var frames = take();
        if (!frames.isEmpty()) {
            write(frames);
        }
    }

    /// In flight until the last frame is: they are written in order.
    private void write(List<String> frames) {
        frames.subList(0, frames.size() - 1).forEach(frame -> write.apply(frame).subscribe().with(_ -> { }, _ -> { }));
        write.apply(frames.getLast()).subscribe().with(_ -> next(), _ -> {
            close();
            onFailure.run();
        });
    }

    private synchronized List<String> take() {
        var frames = new ArrayList<String>();
        while (!waiting.isEmpty() && frames.size() < MAX_WRITE) {
            var frame = waiting.poll();
            length -= frame.length();
            frames.add(frame);
        }
        var ephemeral = latest.values().iterator();
        while (ephemeral.hasNext() && frames.size() < MAX_WRITE) {
            frames.add(ephemeral.next());
            ephemeral.remove();
        }
        writing = !frames.isEmpty();
        notifyAll();
        return frames;
    }
}
