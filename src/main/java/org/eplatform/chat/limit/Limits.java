package org.eplatform.chat.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.protocol.RateLimit;

/// Refuses what is done too often. Made at the start, so that its counters are there before anything is refused.
@Singleton
@Startup
public class Limits {

    private final Map<RateLimit, Buckets> buckets;
    private final Map<RateLimit, Counter> refused;
    private final int socketsPerUser;
    private final Audit audit;

    Limits(LimitConfig config, MeterRegistry metrics, Audit audit) {
        this.audit = audit;
        socketsPerUser = config.socketsPerUser();
        buckets = ofEach(limit -> new Buckets(rate(limit, config), config.remembered(), TimeMeter.SYSTEM_NANOTIME));
        refused = ofEach(limit -> metrics.counter("chat.limited", "limit", limit.wireName()));
    }

    /// What a limit counts for: whoever, or wherever, has a bucket of their own. The key's `equals` tells them apart.
    public record Claim(RateLimit limit, Object key) {}

    /// Takes one of each, or none of any: then it throws [RateLimited].
    public void take(Claim... claims) {
        for (int i = 0; i < claims.length; i++) {
            long nanos = buckets.get(claims[i].limit).take(claims[i].key);
            if (nanos > 0) {
                for (int taken = 0; taken < i; taken++) {
                    buckets.get(claims[taken].limit).giveBack(claims[taken].key);
                }
                refused.get(claims[i].limit).increment();
                audit.record(new AuditEvent.LimitReached(claims[i].limit, String.valueOf(claims[i].key)));
                throw new RateLimited(claims[i].limit, Duration.ofNanos(nanos));
            }
        }
    }

    /// The same for one.
    public void take(RateLimit limit, Object key) {
        take(new Claim(limit, key));
    }

    /// How many connections one person may have open.
    public int socketsPerUser() {
        return socketsPerUser;
    }

    private static Rate rate(RateLimit limit, LimitConfig config) {
        return switch (limit) {
            case SENDS -> new Rate(config.sends().burst(), config.sends().refill());
            case SENDS_TO_CONVERSATION -> new Rate(config.sendsToConversation().burst(), config.sendsToConversation().refill());
            case TYPING -> new Rate(config.typing().burst(), config.typing().refill());
            case CONVERSATIONS -> new Rate(config.conversations().burst(), config.conversations().refill());
            case SEARCHES -> new Rate(config.searches().burst(), config.searches().refill());
            case HANDSHAKES -> new Rate(config.handshakes().burst(), config.handshakes().refill());
            case HANDSHAKES_FROM_ADDRESS -> new Rate(config.handshakesFromAddress().burst(), config.handshakesFromAddress().refill());
            case FAILED_LOGINS -> new Rate(config.failedLogins().burst(), config.failedLogins().refill());
        };
    }

    private static <T> Map<RateLimit, T> ofEach(Function<RateLimit, T> make) {
        return Arrays.stream(RateLimit.values()).collect(Collectors.toMap(Function.identity(), make, (one, _) -> one, () -> new java.util.EnumMap<>(RateLimit.class)));
    }
}
