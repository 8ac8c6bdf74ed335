package org.eplatform.chat.benchmark;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.ThreadLocalRandom;

/// One of a herd: connects, asks what was missed, and comes back with full jitter whenever that fails.
final class Member {

    private static final long BASE_MILLIS = 500;
    private static final long CAP_MILLIS = 15_000;
    private static final long WELCOME_LIMIT_MILLIS = 10_000;
    private static final String SYNC = "{\"type\":\"sync\",\"id\":\"s\",\"cursors\":{}}";

    private final Herd herd;
    private final WebSocketClient client;
    private final WebSocketConnectOptions door;
    private Attempt current;
    private int failures;

    Member(Herd herd, WebSocketClient client, WebSocketConnectOptions door) {
        this.herd = herd;
        this.client = client;
        this.door = door;
    }

    /// Loses the connection, if there is one, as when it is cut. It is not waited for the other end to agree.
    synchronized void lose() {
        failures = 0;
        if (current != null) {
            current.giveUp();
            current = null;
        }
        comeBack();
    }

    private void comeBack() {
        herd.later(ThreadLocalRandom.current().nextLong(Math.min(CAP_MILLIS, BASE_MILLIS << failures)), this::connect);
    }

    private synchronized void connect() {
        herd.tries();
        current = new Attempt();
        current.begin();
    }

    private synchronized void failed(Attempt attempt) {
        if (attempt == current) {
            attempt.giveUp();
            current = null;
            failures = Math.min(failures + 1, 10);
            comeBack();
        }
    }

    private synchronized void isBack(Attempt attempt) {
        if (attempt == current) {
            failures = 0;
            herd.isBack();
        }
    }

    /// One connection, from the first try to open it. All of it happens on the event loop that it was begun on, but for the end of it, which may come from anywhere.
    private final class Attempt {

        private volatile WebSocket socket;
        private volatile boolean over;
        private boolean welcomed;
        private volatile boolean synced;

        void begin() {
            var opening = client.webSocket();
            opening.closeHandler(_ -> failed(this));
            opening.textMessageHandler(this::heard);
            opening.connect(door).onSuccess(this::opened).onFailure(_ -> failed(this));
            herd.later(WELCOME_LIMIT_MILLIS, () -> {
                if (!synced) {
                    failed(this);
                }
            });
        }

        void giveUp() {
            over = true;
            if (socket != null) {
                socket.close();
            }
        }

        /// The library may hand over the first frame before it hands over the connection.
        private void opened(WebSocket opened) {
            socket = opened;
            if (over) {
                opened.close();
            } else if (welcomed) {
                opened.writeTextMessage(SYNC);
            }
        }

        private void heard(String frame) {
            if (frame.startsWith("{\"type\":\"welcome\"")) {
                welcomed = true;
                if (socket != null) {
                    socket.writeTextMessage(SYNC);
                }
            } else if (!synced && frame.startsWith("{\"type\":\"synced\"")) {
                synced = true;
                isBack(this);
            }
        }
    }
}
