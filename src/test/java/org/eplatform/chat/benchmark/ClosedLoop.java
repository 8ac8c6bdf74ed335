package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Everybody sends to their partner as fast as they get their acks. A delivery counts when the partner has the message.
final class ClosedLoop implements Listener {

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(15);

    private final Crowd crowd;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private volatile boolean running = true;

    private ClosedLoop(Crowd crowd) {
        this.crowd = crowd;
    }

    /// What was delivered in how many seconds, and the CPU seconds that it took.
    record Outcome(long delivered, double seconds, Cpu cpu) {

        double perSecond() {
            return delivered / seconds;
        }

        /// Of 10,000 delivered messages.
        double cost(double cpuSeconds) {
            return cpuSeconds * 10_000 / Math.max(1, delivered);
        }
    }

    /// The first `senders` of the crowd keep `inFlight` messages each without an ack.
    static Outcome run(Crowd crowd, int senders, int inFlight, Duration warmUp, Duration measured, Supplier<Cpu> cpu) {
        var loop = new ClosedLoop(crowd);
        crowd.listener(loop);
        crowd.clients().subList(0, senders).forEach(client -> {
            client.window(inFlight);
            for (int i = 0; i < inFlight; i++) {
                client.send(System.nanoTime());
            }
        });
        try {
            crowd.watch(warmUp);
            long before = loop.delivered.sum();
            long start = System.nanoTime();
            var cpuBefore = cpu.get();
            crowd.watch(measured);
            var used = cpu.get().since(cpuBefore);
            return new Outcome(loop.delivered.sum() - before, (System.nanoTime() - start) / 1e9, used);
        } finally {
            loop.drain();
        }
    }

    private void drain() {
        running = false;
        if (!Pause.until(() -> crowd.clients().stream().allMatch(Client::isIdle) && delivered.sum() == acknowledged.sum(), DRAIN_LIMIT)) {
            crowd.check();
            throw new BenchmarkFailure("acknowledged " + acknowledged.sum() + " but delivered " + delivered.sum());
        }
    }

    @Override
    public void acknowledged(Client sender, int number) {
        acknowledged.increment();
        if (running) {
            sender.send(System.nanoTime());
        }
    }

    @Override
    public void received(Client receiver, int sender, int number) {
        if (receiver.index() != sender) {
            delivered.increment();
        }
    }
}
