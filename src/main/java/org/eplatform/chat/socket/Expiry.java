package org.eplatform.chat.socket;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eplatform.chat.protocol.CloseCode;

/// Ends connections whose token has expired. One sweep for all, no timer for each.
@ApplicationScoped
class Expiry {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Connections connections;

    Expiry(Connections connections) {
        this.connections = connections;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep(Instant.now()));
    }

    private void sweep(Instant now) {
        connections.close(caller -> caller.isOver(now), CloseCode.UNAUTHENTICATED);
    }
}
