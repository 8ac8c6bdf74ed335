package org.eplatform.chat.socket;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A service that stops is not ready: new connections go to others at once, while those that are here are still served.
@Readiness
@Singleton
class NotStopping implements HealthCheck {

    private final Drain drain;

    NotStopping(Drain drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("not stopping").status(!drain.hasBegun()).build();
    }
}
