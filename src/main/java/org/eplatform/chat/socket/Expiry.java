package org.eplatform.chat.socket;

import io.quarkus.runtime.ShutdownEvent;
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
    private final Vertx vertx;
    private long timer;

    Expiry(Connections connections, Vertx vertx) {
        this.connections = connections;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep(Instant.now()));
    }

    /// Timers outlive all that they need.
    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep(Instant now) {
        connections.close(caller -> caller.isOver(now), CloseCode.UNAUTHENTICATED);
    }
}
