package org.eplatform.chat.socket;

/// So many per second, and as many at once after a pause. Times are of `System.nanoTime`.
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private double tokens;
    private long filled;

    TokenBucket(int perSecond, long now) {
        this.perSecond = perSecond;
        tokens = perSecond;
        filled = now;
    }

    synchronized boolean take(long now) {
        // Two threads may come in the other order than they read the clock.
        var passed = Math.max(0, now - filled);
        tokens = Math.min(perSecond, tokens + passed / NANOS_PER_SECOND * perSecond);
        filled += passed;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
