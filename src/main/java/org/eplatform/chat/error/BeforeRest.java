package org.eplatform.chat.error;

import static org.eplatform.chat.protocol.ErrorCode.PAYLOAD_TOO_LARGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eplatform.chat.protocol.Problem;

/// The refusals that the framework makes before there is a REST call, and would make without a word.
@Singleton
class BeforeRest {

    private final ObjectMapper mapper;
    private final long maxBodySize;

    BeforeRest(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.mapper = mapper;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).handler(this::refuseLongBody);
        router.route("/ws/*").order(Integer.MIN_VALUE).failureHandler(BeforeRest::endOnce);
    }

    private void refuseLongBody(RoutingContext call) {
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("[0-9]+") || length.length() < 10 && Long.parseLong(length) <= maxBodySize) {
            call.next();
            return;
        }
        var problem = Problem.of(PAYLOAD_TOO_LARGE, "A body may have at most 64 KiB.", TraceId.random());
        try {
            call.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    // The rest of the body is still on its way and will not be read.
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            call.fail(e);
        }
    }

    /// A refused handshake has been answered when its failure comes by here; REST's own mapper must not answer it again.
    private static void endOnce(RoutingContext call) {
        if (!call.response().ended()) {
            call.next();
        }
    }
}
