package org.eplatform.chat.socket;

import io.quarkus.runtime.Application;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A service that stops is not ready: new connections go to others at once, while those that are here are still served. Nor is one that starts: the
/// framework opens the port of the probes and that of the clients side by side, and only when both are open does it say that it has started.
@Readiness
@Singleton
class Serving implements HealthCheck {

    private final Drain drain;

    Serving(Drain drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving").status(Application.currentApplication().isStarted() && !drain.hasBegun()).build();
    }
}
