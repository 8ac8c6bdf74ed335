package org.eplatform.chat.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Lets in as many new connections as the service can bear, and sends the others away for some seconds. After a restart everybody comes back at once;
/// the wait differs from one to the next, so that they do not do so again. It comes after the token was checked: strangers cannot use it up.
@Singleton
class HandshakeGate implements HttpUpgradeCheck {

    private static final int LONGEST_WAIT_SECONDS = 5;

    private final TokenBucket bucket;
    private final Heartbeat heartbeat;
    private final int maxConnections;
    private final Counter refused;

    HandshakeGate(SocketConfig config, Heartbeat heartbeat, MeterRegistry metrics) {
        bucket = new TokenBucket(config.handshakesPerSecond(), System.nanoTime());
        this.heartbeat = heartbeat;
        maxConnections = config.maxConnections();
        refused = metrics.counter("chat.handshakes.refused");
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
        if (heartbeat.open() < maxConnections && bucket.take(System.nanoTime())) {
            return CheckResult.permitUpgrade();
        }
        refused.increment();
        int seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
        return CheckResult.rejectUpgrade(503, Map.of("Retry-After", List.of(String.valueOf(seconds))));
    }
}
