package org.eplatform.chat.benchmark;

import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// A conversation of the floor: who is connected to it, and the number of its last message, which only the writer's thread touches.
final class FloorConversation {

    private final UUID id;
    private final List<ServerWebSocket> members = new CopyOnWriteArrayList<>();
    private long seq;

    FloorConversation(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    List<ServerWebSocket> members() {
        return members;
    }

    long nextSeq() {
        return ++seq;
    }
}
