package org.eplatform.chat.socket;

import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/// Makes the framework's socket keep to RFC 6455. By itself it delivers broken UTF-8 as U+FFFD, swallows messages whose fragments are empty or too
/// many, and drops a connection that breaks the rules without saying why. It reaches into Vert.x for the pipeline: Rfc6455Test pins all of it.
/// What forgets the handshake, [ForgottenHandshake], takes its place in the same pipeline.
@Singleton
class Rfc6455 implements HttpServerOptionsCustomizer {

    /// How long a client may take to answer our close before the connection is cut.
    private static final int CLOSING_SECONDS = 5;

    /// Before the request is looked at by anything that may refuse it.
    static final int EARLY = 1_000;

    private final SocketConfig config;

    Rfc6455(SocketConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, EARLY);
    }

    /// A client that reads nothing would hold its connection for ever, since a close frame waits behind what it does not read: without a finished write
    /// for some heartbeats, each of which writes a ping, the connection is cut.
    private void cutTheDeaf(HttpServerOptions options) {
        options.setWriteIdleTimeout((int) config.heartbeat().multipliedBy(3).toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    /// Compression makes an idle connection cost 137 kB instead of 8, and there is no property for the older of its two kinds.
    private void customize(HttpServerOptions options) {
        cutTheDeaf(options);
        options.setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_SECONDS);
    }

    private void prepare(RoutingContext call) {
        if (isUpgrade(call.request())) {
            var pipeline = ((ConnectionBase) call.request().connection()).channelHandlerContext().pipeline();
            // A handshake that was refused may be tried again on the same connection.
            if (pipeline.get(FailedConnection.class) == null) {
                pipeline.addBefore("handler", "chat-utf8", new Utf8FrameValidator(false));
                pipeline.addBefore("handler", "chat-messages", new WholeMessages(config.maxMessageBytes()));
                pipeline.addBefore("handler", "chat-failed", new FailedConnection());
            }
            if (pipeline.get(ForgottenHandshake.class) != null) {
                pipeline.remove(ForgottenHandshake.class);
            }
            pipeline.addBefore("handler", "chat-forgotten", new ForgottenHandshake(call));
        }
        call.next();
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith("/ws/") && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.connection() instanceof ConnectionBase;
    }
}
