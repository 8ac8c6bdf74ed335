package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// A loop in virtual time: minutes pass in milliseconds, and the same steps come in the same order every time.
final class VirtualLoop implements Loop {

    private static final long MAX_STEPS = 20_000_000;

    private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparingLong(Step::at).thenComparingLong(Step::number));
    private long now;
    private long number;

    private record Step(long at, long number, Runnable what) {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable step) {
        steps.add(new Step(now + delay.toNanos(), number++, step));
    }

    void runUntil(BooleanSupplier done) {
        for (long i = 0; i < MAX_STEPS && !done.getAsBoolean() && !steps.isEmpty(); i++) {
            var step = steps.poll();
            now = step.at;
            step.what.run();
        }
    }
}
