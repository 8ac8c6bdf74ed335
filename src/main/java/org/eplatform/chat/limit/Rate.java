package org.eplatform.chat.limit;

import io.github.bucket4j.Bandwidth;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;

/// How often: so many at once after a pause, and one more after each `refill`. `name` is that of the setting, for whoever got it wrong.
record Rate(String name, int burst, Duration refill) {

    static final int MAX_BURST = 1_000_000_000;
    static final Duration MAX_REFILL = Duration.ofDays(1);

    Rate {
        if (burst < 1 || burst > MAX_BURST) {
            throw new ConfigurationException(name + ".burst must be 1 to " + MAX_BURST + ", and is " + burst + ".");
        }
        if (!refill.isPositive() || refill.compareTo(MAX_REFILL) > 0) {
            throw new ConfigurationException(name + ".refill must be more than 0 and at most " + MAX_REFILL + ", and is " + refill + ".");
        }
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(burst).refillGreedy(1, refill).build();
    }

    /// After this long without use a bucket is full, whatever it was before.
    Duration toFill() {
        return refill.multipliedBy(burst);
    }
}
