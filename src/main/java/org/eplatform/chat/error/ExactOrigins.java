package org.eplatform.chat.error;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Refuses callers of other origins than ours and those of `chat.origins`, on REST and at the socket's handshake. The framework's filter comes after it and
/// lets the pages of these read what is answered (CORS).
@Singleton
class ExactOrigins {

    private static final int BEFORE_THE_FRAMEWORK = 900;

    private final Set<String> others;

    ExactOrigins(OriginConfig config) {
        others = Set.copyOf(config.others().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_THE_FRAMEWORK);
    }

    private void refuse(RoutingContext call) {
        var request = call.request();
        if (request.headers().getAll(HttpHeaders.ORIGIN).stream().allMatch(origin -> others.contains(origin) || isOurs(origin, request))) {
            call.next();
        } else {
            call.response().setStatusCode(403).end();
        }
    }

    /// A browser leaves a default port out of both.
    private static boolean isOurs(String origin, HttpServerRequest request) {
        return request.authority() != null && origin.equals(request.scheme() + "://" + request.authority());
    }
}
