package org.eplatform.chat.socket;

import java.time.Duration;

/// When to ping, and when to give up: a ping every `interval`, and something back within `deadline` of it. Times are of `System.nanoTime`.
record Pulse(Duration interval, Duration deadline) {

    enum Due { QUIET, PING, SILENT }

    Beat start(long now) {
        return new Beat(now);
    }

    /// The pulse of one connection. Heard from any thread, checked by one.
    final class Beat {

        private volatile long heard;
        private long pinged;
        private boolean answered = true;

        private Beat(long now) {
            heard = now;
            pinged = now;
        }

        void heard(long now) {
            heard = now;
        }

        Due check(long now) {
            answered = answered || heard - pinged >= 0;
            if (!answered) {
                return now - pinged >= deadline.toNanos() ? Due.SILENT : Due.QUIET;
            }
            if (now - pinged < interval.toNanos()) {
                return Due.QUIET;
            }
            pinged = now;
            answered = false;
            return Due.PING;
        }
    }
}
