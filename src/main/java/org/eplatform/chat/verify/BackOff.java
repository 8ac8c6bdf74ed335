package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.Random;

/// Full jitter, so that the clients of a restarted service come back spread out.
final class BackOff {

    private static final long BASE_MILLIS = 100;
    private static final long CAP_MILLIS = 2_000;

    private BackOff() {}

    /// The pause before another try, after this many failed ones.
    static Duration after(int failures, Random random) {
        long most = Math.min(CAP_MILLIS, BASE_MILLIS << Math.min(failures, 10));
        return Duration.ofMillis(5 + random.nextLong(most));
    }
}
