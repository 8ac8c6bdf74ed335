package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting, always bounded.
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /// Looks every 20 ms; says whether it came true in time.
    static boolean until(BooleanSupplier done, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            of(Duration.ofMillis(20));
        }
        return true;
    }
}
