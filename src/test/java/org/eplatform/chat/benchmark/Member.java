package org.eplatform.chat.benchmark;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.ThreadLocalRandom;

/// One of a herd: connects, asks what was missed, and comes back with full jitter whenever that fails.
final class Member {

    private static final long BASE_MILLIS = 500;
    private static final long CAP_MILLIS = 15_000;
    private static final String SYNC = "{\"type\":\"sync\",\"id\":\"s\",\"cursors\":{}}";

    private final Herd herd;
    private final WebSocketClient client;
    private final WebSocketConnectOptions door;
    private WebSocket socket;
    private int failures;

    Member(Herd herd, WebSocketClient client, WebSocketConnectOptions door) {
        this.herd = herd;
        this.client = client;
        this.door = door;
    }

    synchronized void lose() {
        failures = 0;
        if (socket == null) {
            comeBack();
        } else {
            socket.close();
        }
    }

    private void comeBack() {
        herd.later(ThreadLocalRandom.current().nextLong(Math.min(CAP_MILLIS, BASE_MILLIS << failures)), this::connect);
    }

    private synchronized void connect() {
        herd.tries();
        var next = client.webSocket();
        next.closeHandler(_ -> lost());
        next.textMessageHandler(this::heard);
        next.connect(door).onSuccess(this::connected).onFailure(_ -> lost());
    }

    private synchronized void connected(WebSocket opened) {
        socket = opened;
    }

    private synchronized void lost() {
        socket = null;
        failures = Math.min(failures + 1, 10);
        comeBack();
    }

    private void heard(String frame) {
        if (frame.startsWith("{\"type\":\"welcome\"")) {
            synchronized (this) {
                socket.writeTextMessage(SYNC);
            }
        } else if (frame.startsWith("{\"type\":\"synced\"")) {
            herd.isBack();
        }
    }
}
