package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// People who all lose their connection in the same moment and come back by themselves, as the SDK lets them (`back-off.ts`).
final class Herd implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(2);
    /// Connections from one source address; there are about 28,000 ports for each, and a closed one is kept for a minute.
    private static final int PER_ADDRESS = 2_500;

    private final Vertx vertx;
    private final List<Member> members;
    private final List<WebSocketClient> doors = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean over;
    private volatile Return current;

    Herd(Vertx vertx, Server server, int size) {
        this.vertx = vertx;
        for (int i = 0; i * PER_ADDRESS < size; i++) {
            doors.add(vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(PER_ADDRESS).setLocalAddress("127.0.0." + (i + 1))));
        }
        members = IntStream.range(0, size).mapToObj(i -> new Member(this, doors.get(i / PER_ADDRESS), server.door(Seed.person(i), null))).toList();
    }

    /// Those who are back, and how long each took, in milliseconds. `attempts` counts their tries.
    record Outcome(Histogram millis, int attempts) {}

    private record Return(long began, ConcurrentHistogram millis) {}

    /// Everybody loses what connection they have, and all are awaited.
    Outcome scatter() {
        attempts.set(0);
        var ours = new Return(System.nanoTime(), new ConcurrentHistogram(3));
        current = ours;
        members.forEach(Member::lose);
        if (!Pause.until(() -> ours.millis.getTotalCount() >= members.size(), LIMIT)) {
            throw new BenchmarkFailure("%,d of %,d came back within %s".formatted(ours.millis.getTotalCount(), members.size(), LIMIT));
        }
        return new Outcome(ours.millis, attempts.get());
    }

    void tries() {
        attempts.incrementAndGet();
    }

    void isBack() {
        current.millis.recordValue((System.nanoTime() - current.began) / 1_000_000);
    }

    void later(long millis, Runnable work) {
        vertx.setTimer(Math.max(1, millis), _ -> {
            if (!over) {
                work.run();
            }
        });
    }

    @Override
    public void close() {
        over = true;
        doors.forEach(WebSocketClient::close);
    }
}
