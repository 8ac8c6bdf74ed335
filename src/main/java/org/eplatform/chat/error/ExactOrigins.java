package org.eplatform.chat.error;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Refuses callers of other origins than ours and those of `chat.origins`, on REST and at the socket's handshake. The framework's filter comes after it and
/// lets the pages of these read what is answered (CORS). By itself it would take `*` and patterns as well, and fail on a host that is no
/// address: here an entry is one origin as a browser writes it (RFC 6454, 6.2), or the service does not start.
@Singleton
class ExactOrigins {

    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");
    private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");
    private static final int BEFORE_THE_FRAMEWORK = 900;

    private final Set<String> others;

    ExactOrigins(@ConfigProperty(name = "chat.origins") Optional<List<String>> others) {
        this.others = Set.copyOf(others.orElse(List.of()));
    }

    void check(@Observes StartupEvent start) {
        check(others);
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_THE_FRAMEWORK);
    }

    static void check(Set<String> origins) {
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches() || DEFAULT_PORT.matcher(origin).matches()) {
                throw new ConfigurationException("chat.origins (CHAT_ORIGINS) has the entry " + origin + ", which is no origin as a browser writes it, such as "
                        + "https://platform.example or http://localhost:3000: lower case, without a default port, a path, a wildcard or a pattern.");
            }
        }
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
