package org.eplatform.chat.user;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eplatform.chat.error.EarlyAnswer;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.protocol.ErrorCode;

/// As long as the keys of the provider have never been read nobody can be let in: the service is not ready, and says `busy`. By itself the framework would
/// ask the provider anew for each call, and all that came meanwhile would be upon it at once.
@Readiness
@Singleton
class WaitingForProvider implements HealthCheck {

    /// Before the framework looks who is calling.
    private static final int BEFORE_THE_FRAMEWORK = 240;
    private static final Refusal REFUSAL = new Refusal(ErrorCode.BUSY, "The platform's login provider has not been reached yet. Try again later.");

    private final ProviderKeys keys;
    private final EarlyAnswer answer;

    WaitingForProvider(ProviderKeys keys, EarlyAnswer answer) {
        this.keys = keys;
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("login").status(keys.areKnown()).build();
    }

    private void check(RoutingContext call) {
        if (isReady(String.valueOf(call.request().path()))) {
            call.next();
        } else {
            call.request().resume();
            answer.refuse(call, REFUSAL);
        }
    }

    private boolean isReady(String path) {
        return path.startsWith("/api/") || path.startsWith("/ws/") ? keys.areKnown() : !path.startsWith("/chat") || keys.isPageReady();
    }
}
