package org.eplatform.chat.error;

import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// A token that is not valid is told at the socket's handshake as on REST. The framework would answer without a word.
@Singleton
class RefusedHandshake {

    /// After the framework has said who answers a failed authentication, and before the endpoint makes it authenticate.
    private static final int BETWEEN = -100;

    private final EarlyAnswer answer;

    RefusedHandshake(EarlyAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Router router) {
        router.route("/ws/*").order(BETWEEN).handler(this::answerByOurselves);
    }

    private void answerByOurselves(RoutingContext handshake) {
        handshake.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, new DefaultAuthFailureHandler() {
            @Override
            protected void proceed(Throwable failure) {
                handshake.response().headers().remove("WWW-Authenticate");
                answer.refuseLogin(handshake, Refusal.of(failure), LoginFailure.of(failure));
            }
        });
        handshake.next();
    }
}
