package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// Messages at a constant rate, whatever the server does. A latency begins when the message was due, not when it could be sent: so a stall counts for all that had
/// to wait for it (no coordinated omission).
final class FixedRate implements Listener {

    /// Microseconds, three digits.
    private static final long HIGHEST = Duration.ofMinutes(2).toNanos() / 1_000;
    /// Of one connection; the service closes one with 64 commands waiting.
    private static final int WINDOW = 32;
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);
    private static final long STEP_NANOS = 50_000;

    private final Crowd crowd;
    private final long from;
    private final Recorder ack = new Recorder(HIGHEST, 3);
    private final Recorder delivery = new Recorder(HIGHEST, 3);
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder delivered = new LongAdder();

    private FixedRate(Crowd crowd, long from) {
        this.crowd = crowd;
        this.from = from;
    }

    /// Latencies in microseconds. `missing` messages had not come 10 s after the last one was due; they stand in the histograms with the longest time that they can have taken.
    record Outcome(Histogram ack, Histogram delivery, long missing) {}

    static Outcome run(Crowd crowd, double perSecond, Duration warmUp, Duration measured) {
        long start = System.nanoTime();
        long from = start + warmUp.toNanos();
        var load = new FixedRate(crowd, from);
        crowd.listener(load);
        crowd.clients().forEach(client -> client.window(WINDOW));
        return load.drive(start, 1e9 / perSecond, from + measured.toNanos());
    }

    private Outcome drive(long start, double interval, long end) {
        long sent = 0;
        long counted = 0;
        int size = crowd.clients().size();
        for (long due = start; due < end; due = start + (long) (sent * interval)) {
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(STEP_NANOS);
            }
            crowd.clients().get((int) (sent % size)).send(due);
            sent++;
            counted += due >= from ? 1 : 0;
            if (sent % 1_000 == 0) {
                crowd.check();
            }
        }
        long all = counted;
        Pause.until(() -> delivered.sum() >= all && acknowledged.sum() >= all, DRAIN_LIMIT);
        crowd.listener(Listener.NOBODY);
        crowd.check();
        return outcome(all, (System.nanoTime() - from) / 1_000);
    }

    private Outcome outcome(long all, long longest) {
        var acks = ack.getIntervalHistogram();
        var deliveries = delivery.getIntervalHistogram();
        complete(acks, all, longest);
        return new Outcome(acks, deliveries, complete(deliveries, all, longest));
    }

    private static long complete(Histogram histogram, long all, long longest) {
        long missing = Math.max(0, all - histogram.getTotalCount());
        if (missing > 0) {
            histogram.recordValueWithCount(Math.min(longest, HIGHEST), missing);
        }
        return missing;
    }

    @Override
    public void acknowledged(Client sender, int number) {
        record(sender.due(number), ack, acknowledged);
    }

    @Override
    public void received(Client receiver, int sender, int number) {
        if (receiver.index() != sender) {
            record(crowd.clients().get(sender).due(number), delivery, delivered);
        }
    }

    private void record(long due, Recorder recorder, LongAdder count) {
        if (due >= from) {
            recorder.recordValue(Math.min((System.nanoTime() - due) / 1_000, HIGHEST));
            count.increment();
        }
    }
}
