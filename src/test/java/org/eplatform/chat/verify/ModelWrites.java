package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// One writing command of the model: changed under the conversation's lock, committed, then answered and told.
final class ModelWrites {

    private static final int BLOCK = 8;
    private static final Duration LAZY = Duration.ofMillis(20);

    private final ModelService service;
    private final ModelConnection connection;
    private final JsonNode command;
    private final ModelRoom room;

    ModelWrites(ModelService service, ModelConnection connection, JsonNode command) {
        this.service = service;
        this.connection = connection;
        this.command = command;
        this.room = service.rooms.get(command.path("conversationId").asText());
    }

    void send() {
        if (service.bug == Bug.VERSION_DRAWN_BEFORE_COMMIT) {
            long seq = ++room.lastSeq;
            long version = ++room.version;
            service.later(Duration.ofMillis(1 + service.random.nextInt(12)), () -> store(seq, version));
        } else if (service.bug == Bug.ACK_BEFORE_COMMIT && stored() == null) {
            answer(room.lastSeq + 1, room.version + 1, room.id + "/early");
            service.commit(room, () -> service.later(LAZY, () -> store(++room.lastSeq, ++room.version)));
        } else {
            service.commit(room, this::sendInTurn);
        }
    }

    void change() {
        service.commit(room, () -> {
            var row = room.find(command.path("messageId").asText());
            if (row == null) {
                refuse();
                return;
            }
            boolean deletes = command.path("type").asText().equals("message.delete");
            if (!(deletes && service.bug == Bug.DELETION_FORGOTTEN)) {
                row.body = command.path("body").asText(row.body);
                row.deleted |= deletes;
            }
            if (service.bug != Bug.EDIT_NOT_VERSIONED) {
                row.version = ++room.version;
                service.publish(room, room.event(row));
            }
            if (service.bug != Bug.CHANGE_NOT_ANSWERED) {
                connection.deliver(ack().put("messageId", row.id).put("version", row.version));
            }
        });
    }

    void mark() {
        service.commit(room, () -> {
            var mark = room.marks.get(connection.user);
            if (mark == null) {
                refuse();
                return;
            }
            boolean falls = service.bug == Bug.MARKER_WITHOUT_MAX;
            long read = falls ? command.path("readSeq").asLong() : Math.max(mark.read, command.path("readSeq").asLong());
            long delivered = falls ? command.path("deliveredSeq").asLong() : Math.max(mark.delivered, command.path("deliveredSeq").asLong());
            if (read != mark.read || delivered != mark.delivered) {
                mark.read = read;
                mark.delivered = delivered;
                mark.version = ++room.version;
                service.publish(room, room.event(mark));
            }
            connection.deliver(ack());
        });
    }

    private void sendInTurn() {
        var stored = stored();
        if (service.bug == Bug.COUNTER_OUTSIDE_THE_TRANSACTION && stored != null) {
            room.lastSeq++;
        }
        if (stored == null || service.bug == Bug.NO_UNIQUE_KEY) {
            store(nextSeq(), ++room.version);
        } else if (service.bug == Bug.RETRY_REFUSED) {
            refuse();
        } else if (service.bug != Bug.RETRY_NOT_ANSWERED) {
            answer(service.bug == Bug.RETRY_ANSWERED_WITH_ANOTHER_SEQ ? room.lastSeq + 1 : stored.seq, stored.firstVersion, stored.id);
        }
    }

    private long nextSeq() {
        room.lastSeq++;
        if (service.bug != Bug.NUMBERS_IN_BLOCKS) {
            return room.lastSeq;
        }
        // Within a block the last one comes first.
        long block = (room.lastSeq - 1) / BLOCK;
        return block * BLOCK + BLOCK - (room.lastSeq - 1) % BLOCK;
    }

    private void store(long seq, long version) {
        var row = room.append(connection.user, command.path("clientId").asText(), body(), seq, version);
        var mark = room.marks.get(connection.user);
        mark.read = Math.max(mark.read, seq);
        mark.delivered = Math.max(mark.delivered, seq);
        mark.version = version;
        service.publish(room, room.event(row));
        if (service.bug != Bug.ACK_BEFORE_COMMIT) {
            answer(row.seq, row.version, row.id);
        }
    }

    private String body() {
        var body = command.path("body").asText();
        return service.bug == Bug.BODIES_MIXED_UP && room.lastSeq % 20 == 0 && !room.rows.isEmpty() ? room.rows.getLast().body : body;
    }

    private ModelRoom.Row stored() {
        return room.find(connection.user, command.path("clientId").asText());
    }

    private void answer(long seq, long version, String messageId) {
        connection.deliver(ack().put("messageId", messageId).put("seq", seq).put("version", version));
    }

    private void refuse() {
        connection.deliver(ModelConnection.frame("error").put("id", command.path("id").asText()).put("code", "conflict"));
    }

    private com.fasterxml.jackson.databind.node.ObjectNode ack() {
        return ModelConnection.frame("ack").put("id", command.path("id").asText()).put("conversationId", room.id);
    }
}
