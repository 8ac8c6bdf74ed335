package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// One person writes into a conversation of many, who are all connected. The next message follows when everybody has one.
final class FanOut implements Listener {

    private static final int REMEMBERED = 64;
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private final Crowd crowd;
    private final AtomicIntegerArray missing = new AtomicIntegerArray(REMEMBERED);
    private final LongAdder deliveries = new LongAdder();
    private final Recorder latency = new Recorder(Duration.ofMinutes(1).toNanos() / 1_000, 3);
    private volatile int open;
    private volatile boolean running = true;
    private volatile boolean measuring;

    private FanOut(Crowd crowd) {
        this.crowd = crowd;
        for (int i = 0; i < REMEMBERED; i++) {
            missing.set(i, crowd.clients().size());
        }
    }

    /// Latencies in microseconds, from the sending to each delivery.
    record Outcome(double perSecond, Histogram latency) {}

    static Outcome run(Crowd crowd, int inFlight, Duration warmUp, Duration measured) {
        var fanOut = new FanOut(crowd);
        crowd.listener(fanOut);
        var sender = crowd.clients().getFirst();
        sender.window(REMEMBERED);
        for (int i = 0; i < inFlight; i++) {
            fanOut.say(sender);
        }
        crowd.watch(warmUp);
        long before = fanOut.deliveries.sum();
        long start = System.nanoTime();
        fanOut.measuring = true;
        crowd.watch(measured);
        fanOut.measuring = false;
        double perSecond = (fanOut.deliveries.sum() - before) * 1e9 / (System.nanoTime() - start);
        fanOut.running = false;
        if (!Pause.until(() -> fanOut.open == 0, DRAIN_LIMIT)) {
            crowd.check();
            throw new BenchmarkFailure("some messages did not come to everybody");
        }
        return new Outcome(perSecond, fanOut.latency.getIntervalHistogram());
    }

    private synchronized void say(Client sender) {
        open++;
        sender.send(System.nanoTime());
    }

    private synchronized void finished() {
        open--;
    }

    @Override
    public void received(Client receiver, int sender, int number) {
        var from = crowd.clients().get(sender);
        deliveries.increment();
        if (measuring) {
            latency.recordValue((System.nanoTime() - from.due(number)) / 1_000);
        }
        if (missing.decrementAndGet(number % REMEMBERED) == 0) {
            missing.set(number % REMEMBERED, crowd.clients().size());
            finished();
            if (running) {
                say(from);
            }
        }
    }
}
