package org.eplatform.chat.socket;

import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Pings every connection, and ends those from which nothing comes any more: a broken network tells nobody (the framework's own pings go
/// unanswered for ever). One sweep for all connections, no timer for each.
@ApplicationScoped
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration LONGEST_SWEEP = Duration.ofSeconds(1);

    private final ConcurrentHashMap<String, Peer> peers = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Pulse pulse;
    private final long sweepMillis;

    Heartbeat(Vertx vertx, SocketConfig config) {
        this.vertx = vertx;
        pulse = new Pulse(config.heartbeat(), config.pongDeadline());
        sweepMillis = Math.clamp(Math.min(config.heartbeat().toMillis(), config.pongDeadline().toMillis()) / 4, 1, LONGEST_SWEEP.toMillis());
    }

    @PostConstruct
    void start() {
        vertx.setPeriodic(sweepMillis, _ -> sweep(System.nanoTime()));
    }

    /// `end` is run once when nothing comes from this connection any more.
    void opened(WebSocketConnection socket, Runnable end) {
        peers.put(socket.id(), new Peer(socket, end, pulse.start(System.nanoTime())));
    }

    /// Something came: a pong or any message.
    void heard(WebSocketConnection socket) {
        var peer = peers.get(socket.id());
        if (peer != null) {
            peer.beat.heard(System.nanoTime());
        }
    }

    void closed(WebSocketConnection socket) {
        peers.remove(socket.id());
    }

    /// How many connections are open.
    int open() {
        return peers.size();
    }

    private void sweep(long now) {
        peers.forEach((id, peer) -> {
            switch (peer.beat.check(now)) {
                case QUIET -> { }
                case PING -> peer.socket.sendPing(Buffer.buffer()).subscribe()
                        .with(_ -> { }, failure -> LOG.debugf("A connection closed before its ping: %s", failure.getMessage()));
                case SILENT -> {
                    peers.remove(id);
                    peer.end.run();
                }
            }
        });
    }

    private record Peer(WebSocketConnection socket, Runnable end, Pulse.Beat beat) {}
}
