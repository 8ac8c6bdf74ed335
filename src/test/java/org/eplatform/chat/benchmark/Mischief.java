package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Clients that harm: one that asks far more than it may and comes back as soon as it is closed, and devices that read nothing while long messages come for them.
final class Mischief implements AutoCloseable {

    private static final int DEAF_DEVICES = 20;
    private static final int PINGS_AT_ONCE = 200;
    private static final long FLOOD_EVERY_MILLIS = 10;
    private static final long SHOUT_EVERY_MILLIS = 10;
    private static final long BACK_AFTER_MILLIS = 200;
    private static final String LONG_TEXT = "x".repeat(8_000);
    private static final String PING = "{\"type\":\"ping\",\"id\":\"p\"}";

    private final Vertx vertx;
    private final Server server;
    private final WebSocketClient client;
    private final int lastPerson;
    private final AtomicInteger floodsEnded = new AtomicInteger();
    private volatile boolean running = true;

    /// The last people do it: two of one conversation, and one of the conversation before it.
    Mischief(Vertx vertx, Server server, List<UUID> pairs) {
        this.vertx = vertx;
        this.server = server;
        lastPerson = pairs.size() - 1;
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100));
        flood();
        IntStream.range(0, DEAF_DEVICES).forEach(_ -> listenToNothing());
        shout(pairs.getLast());
    }

    /// How often the flooder was closed.
    int floodsEnded() {
        return floodsEnded.get();
    }

    private void flood() {
        connect(lastPerson - 2, this::floodAgain, socket -> every(FLOOD_EVERY_MILLIS, socket, () -> {
            for (int i = 0; i < PINGS_AT_ONCE; i++) {
                socket.writeTextMessage(PING);
            }
        }));
    }

    private void floodAgain() {
        floodsEnded.incrementAndGet();
        vertx.setTimer(ThreadLocalRandom.current().nextLong(1, BACK_AFTER_MILLIS), _ -> flood());
    }

    /// It never learns that it was closed.
    private void listenToNothing() {
        connect(lastPerson, () -> { }, WebSocket::pause);
    }

    private void shout(UUID conversation) {
        var mark = UUID.randomUUID();
        var number = new AtomicInteger();
        connect(lastPerson - 1, () -> { }, socket -> every(SHOUT_EVERY_MILLIS, socket, () -> socket.writeTextMessage(
                "{\"type\":\"message.send\",\"id\":\"s\",\"conversationId\":\"" + conversation + "\",\"clientId\":\"" + mark + "-" + number.incrementAndGet()
                        + "\",\"body\":\"" + LONG_TEXT + "\"}")));
    }

    private interface Use {
        void of(WebSocket socket);
    }

    private void connect(int person, Runnable ended, Use use) {
        if (!running) {
            return;
        }
        var socket = client.webSocket();
        socket.closeHandler(_ -> ended.run());
        socket.connect(server.door(Seed.person(person), UUID.randomUUID())).onSuccess(_ -> use.of(socket)).onFailure(_ -> ended.run());
    }

    private void every(long millis, WebSocket socket, Runnable work) {
        vertx.setPeriodic(millis, timer -> {
            if (!running || socket.isClosed()) {
                vertx.cancelTimer(timer);
            } else {
                work.run();
            }
        });
    }

    @Override
    public void close() {
        running = false;
        client.close();
    }
}
