package org.eplatform.chat.limit;

import java.time.Duration;
import org.eplatform.chat.protocol.RateLimit;

/// Somebody did something too often. Nothing was done; the same may be tried again after the time that this names.
public final class RateLimited extends RuntimeException {

    private final RateLimit limit;
    private final Duration retryAfter;

    public RateLimited(RateLimit limit, Duration retryAfter) {
        // No stack trace: a refusal is an answer, not an accident, and hostile callers make many.
        super("The limit " + limit.wireName() + " is used up. Wait, then try the same again.", null, false, false);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    public RateLimit limit() {
        return limit;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
