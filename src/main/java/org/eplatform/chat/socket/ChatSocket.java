package org.eplatform.chat.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.user.ArrivingCaller;
import org.jboss.logging.Logger;

/// The endpoint: takes what the network brings and returns at once. A callback decodes and hands over; it never waits, since the framework buffers
/// without bound behind one that does.
// Concurrent, because no callback waits: the framework need not queue what comes behind one.
@WebSocket(path = "/ws/chat", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
@Authenticated
// Said, because the framework would choose one endpoint for each connection as soon as it sees an identity injected.
@Singleton
public class ChatSocket {

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final int BEFORE_THE_LAST_WRITES = 1_000;

    private final ConcurrentHashMap<String, Connection> connections = new ConcurrentHashMap<>();
    private final ExecutorService executor;
    private final Conversing conversing;
    private final Heartbeat heartbeat;
    private final Drain drain;
    private final SecurityIdentity identity;
    private final Overflows overflows;

    ChatSocket(@VirtualThreads ExecutorService executor, Conversing conversing, Heartbeat heartbeat, Drain drain, SecurityIdentity identity,
            Overflows overflows) {
        this.overflows = overflows;
        this.drain = drain;
        this.executor = executor;
        this.conversing = conversing;
        this.heartbeat = heartbeat;
        this.identity = identity;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        var connection = new Connection(socket, executor, overflows);
        connections.put(socket.id(), connection);
        if (drain.hasBegun()) {
            connection.close(CloseCode.RESTART);
            return;
        }
        heartbeat.opened(socket, () -> connection.close(CloseCode.TOO_SLOW));
        // The identity is a proxy that is bound to this callback: take the caller out of it before leaving.
        var caller = (ArrivingCaller) identity.getPrincipal();
        connection.begin(() -> conversing.open(connection, caller), () -> conversing.end(connection));
    }

    @OnTextMessage
    @NonBlocking
    void received(String text, WebSocketConnection socket) {
        heartbeat.heard(socket);
        var connection = connections.get(socket.id());
        if (connection != null) {
            connection.inTurn(() -> conversing.hear(connection, text));
        }
    }

    @OnPongMessage
    @NonBlocking
    void answered(Buffer pong, WebSocketConnection socket) {
        heartbeat.heard(socket);
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket) {
        heartbeat.closed(socket);
        var connection = connections.remove(socket.id());
        if (connection != null) {
            connection.closed();
        }
    }

    /// Ends every connection while all that this takes is still there. Left to the framework, they would end after it, and with a 1000.
    void stop(@Observes @Priority(BEFORE_THE_LAST_WRITES) ShutdownDelayInitiatedEvent event) {
        drain.endAll(connections.values());
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure) {
        LOG.debugf("A connection failed: %s", failure.toString());
    }
}
