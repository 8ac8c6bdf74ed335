package org.eplatform.chat.error;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// The refusals that the framework makes before there is a REST call, and would make without a word.
@Singleton
class BeforeRest {

    /// The first of all, but for the headers that every answer has.
    private static final int AFTER_THE_HEADERS = Integer.MIN_VALUE + 1;

    private final EarlyAnswer answer;
    private final BodyLimit limit;

    BeforeRest(EarlyAnswer answer, BodyLimit limit) {
        this.answer = answer;
        this.limit = limit;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(AFTER_THE_HEADERS).handler(this::refuseLongBody);
        router.route("/ws/*").order(AFTER_THE_HEADERS).failureHandler(BeforeRest::endOnce);
    }

    private void refuseLongBody(RoutingContext call) {
        if (limit.permits(call.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            call.next();
            return;
        }
        if (call.request().version().compareTo(HttpVersion.HTTP_2) < 0) {
            // The rest of the body is still on its way and will not be read. HTTP/2 ends the stream alone, and knows no such header (RFC 9113, 8.2.2).
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        answer.refuse(call, limit.refusal());
    }

    /// A refused handshake has been answered when its failure comes by here; REST's own mapper must not answer it again.
    private static void endOnce(RoutingContext call) {
        if (!call.response().ended()) {
            call.next();
        }
    }
}
