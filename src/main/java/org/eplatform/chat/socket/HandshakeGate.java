package org.eplatform.chat.socket;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.ClientAddress;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.Limits.Claim;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.user.Callers;

/// Lets in as many new connections as the service can bear, and sends the others away for some seconds. After a restart everybody comes back at once;
/// the wait differs from one to the next, so that they do not do so again. It comes after the token was checked: strangers cannot use it up. Nor can one person, or
/// one address: who comes too often is told so first.
@Singleton
class HandshakeGate implements HttpUpgradeCheck {

    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Bucket bucket;
    private final Heartbeat heartbeat;
    private final Drain drain;
    private final Limits limits;
    private final Callers callers;
    private final int maxConnections;
    private final Counter refused;

    HandshakeGate(SocketConfig config, Heartbeat heartbeat, Drain drain, Limits limits, Callers callers, MeterRegistry metrics) {
        int perSecond = config.handshakesPerSecond();
        bucket = Bucket.builder().addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1))).withNanosecondPrecision().build();
        this.heartbeat = heartbeat;
        this.drain = drain;
        this.limits = limits;
        this.callers = callers;
        maxConnections = config.maxConnections();
        refused = metrics.counter("chat.handshakes.refused");
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
        return handshake.securityIdentity().map(caller -> check(caller, handshake.httpRequest()));
    }

    private CheckResult check(SecurityIdentity caller, HttpServerRequest request) {
        try {
            limits.take(new Claim(RateLimit.HANDSHAKES, callers.named(caller.getPrincipal())), new Claim(RateLimit.HANDSHAKES_FROM_ADDRESS, ClientAddress.of(request)));
        } catch (RateLimited tooOften) {
            var refusal = Refusal.of(tooOften);
            return sendAway(refusal.code().status(), refusal.retryAfterSeconds());
        } catch (ChatException nobody) {
            return CheckResult.rejectUpgradeSync(nobody.code().status());
        }
        if (!drain.hasBegun() && heartbeat.open() < maxConnections && bucket.tryConsume(1)) {
            return CheckResult.permitUpgradeSync();
        }
        refused.increment();
        return sendAway(503, ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1));
    }

    private static CheckResult sendAway(int status, long seconds) {
        return CheckResult.rejectUpgradeSync(status, Map.of("Retry-After", List.of(String.valueOf(seconds))));
    }
}
