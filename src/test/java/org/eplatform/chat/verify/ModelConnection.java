package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One socket of the model. What is said on it arrives in order, in both directions, unless the connection ends before.
final class ModelConnection implements Deployment.Line {

    private static final int QUEUE = 4;

    final String user;
    private final ModelService service;
    private final Deployment.Listener listener;
    private final Loop loop;
    private boolean subscribed;
    private boolean ended;
    private long inboundUntil;
    private long outboundUntil;
    private int queued;
    private JsonNode heldBack;

    ModelConnection(ModelService service, String user, Deployment.Listener listener) {
        this.service = service;
        this.user = user;
        this.listener = listener;
        this.loop = service.loop;
    }

    void welcome() {
        service.open.add(this);
        subscribed = service.bug != Bug.SUBSCRIBED_AFTER_THE_READ;
        listener.opened(this);
        deliver(frame("welcome").put("userId", user).put("epoch", "first"));
    }

    @Override
    public void say(JsonNode frame) {
        inboundUntil = Math.max(inboundUntil, loop.nanos() + service.network().toNanos());
        // Once it is with the service, the end of the connection does not stop it.
        loop.after(Duration.ofNanos(inboundUntil - loop.nanos()), () -> {
            if (service.open.contains(this)) {
                hear(frame);
            }
        });
    }

    @Override
    public void abort() {
        ended = true;
        // The service learns of it later.
        loop.after(service.network(), () -> service.open.remove(this));
    }

    /// The process of the service is gone.
    void crash() {
        service.open.remove(this);
        if (!ended) {
            ended = true;
            loop.soon(() -> listener.ended(1006));
        }
    }

    void publish(JsonNode event) {
        if (!subscribed || service.bug == Bug.QUEUE_DROPS_SILENTLY && queued >= QUEUE) {
            return;
        }
        if (service.bug == Bug.TWO_CHANGE_PLACES_FOR_ONE_RECEIVER && event.path("type").asText().equals("message")
                && heldBack == null && service.random.nextInt(50) == 0) {
            heldBack = event;
            return;
        }
        deliver(event);
        if (heldBack != null) {
            deliver(heldBack);
            heldBack = null;
        }
    }

    void deliver(JsonNode frame) {
        queued++;
        outboundUntil = Math.max(outboundUntil, loop.nanos() + service.network().toNanos());
        loop.after(Duration.ofNanos(outboundUntil - loop.nanos()), () -> {
            queued--;
            if (!ended) {
                listener.heard(frame);
            }
        });
    }

    private void hear(JsonNode command) {
        switch (command.path("type").asText()) {
            case "message.send" -> new ModelWrites(service, this, command).send();
            case "message.edit", "message.delete" -> new ModelWrites(service, this, command).change();
            case "marker.set" -> new ModelWrites(service, this, command).mark();
            case "sync" -> service.later(Duration.ofMillis(1 + service.random.nextInt(3)), () -> sync(command));
            default -> deliver(frame("pong").put("id", command.path("id").asText()));
        }
    }

    private void sync(JsonNode command) {
        var cursors = command.path("cursors");
        List<JsonNode> events = new ArrayList<>();
        service.roomsOf(user).forEach(room -> {
            if (cursors.has(room.id)) {
                long cursor = cursors.path(room.id).asLong() + (service.bug == Bug.RESUME_SKIPS_ONE ? 1 : service.bug == Bug.RESUME_REPEATS_ONE ? -1 : 0);
                events.addAll(room.after(cursor, service.bug != Bug.SYNC_FORGETS_EDITS));
            } else if (service.bug != Bug.SYNC_FORGETS_A_CONVERSATION_ONE_WAS_ADDED_TO) {
                events.add(room.event());
            }
        });
        events.forEach(this::deliver);
        deliver(frame("synced").put("id", command.path("id").asText()).put("verdict", "complete"));
        service.later(Duration.ofMillis(5), () -> subscribed = true);
    }

    static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
