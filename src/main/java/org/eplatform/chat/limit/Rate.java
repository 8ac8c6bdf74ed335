package org.eplatform.chat.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/// How often: so many at once after a pause, and one more after each `refill`.
record Rate(int burst, Duration refill) {

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(burst).refillGreedy(1, refill).build();
    }

    /// After this long without use a bucket is full, whatever it was before.
    Duration toFill() {
        return refill.multipliedBy(burst);
    }
}
