package org.eplatform.chat.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/// The floor's one writer: takes all that waits, stores it by one statement that commits by itself, then acknowledges and delivers from its own thread.
final class FloorWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_BATCH = 1_000;

    private static final String TABLE = """
            drop schema if exists floor cascade;
            create schema floor;
            create table floor.message (
                conversation_id uuid not null, seq bigint not null, id uuid not null, sender_id text not null, client_id text not null, body text not null,
                reply_to uuid, created_at timestamptz not null, edited_at timestamptz, deleted_at timestamptz, version bigint not null,
                primary key (conversation_id, seq), unique (conversation_id, sender_id, client_id))""";

    private static final String INSERT = """
            insert into floor.message (conversation_id, seq, version, id, sender_id, client_id, body, created_at)
            select c, s, s, i, u, k, b, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?) as waiting (c, s, i, u, k, b)""";

    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(65_536);
    private final PreparedStatement insert;

    /// A message that came in over this socket.
    record Waiting(ServerWebSocket socket, FloorConversation conversation, String user, String id, String clientId, String body) {}

    private record Stored(Waiting waiting, UUID id, long seq) {}

    private FloorWriter(PreparedStatement insert) {
        this.insert = insert;
    }

    static FloorWriter start(String jdbcUrl) throws SQLException {
        var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        var writer = new FloorWriter(connection.prepareStatement(INSERT));
        Thread.ofPlatform().name("writer").start(writer::write);
        return writer;
    }

    /// False when the queue is full.
    boolean offer(Waiting waiting) {
        return queue.offer(waiting);
    }

    private void write() {
        var batch = new ArrayList<Waiting>(MAX_BATCH);
        try {
            while (true) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
                var time = Instant.now();
                var stored = batch.stream().map(waiting -> new Stored(waiting, newId(), waiting.conversation.nextSeq())).toList();
                store(stored, time);
                var createdAt = time.toString();
                for (var one : stored) {
                    one.waiting.socket.writeTextMessage(ack(one, createdAt));
                    var message = message(one, createdAt);
                    one.waiting.conversation.members().forEach(member -> member.writeTextMessage(message));
                }
            }
        } catch (SQLException | IOException | InterruptedException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void store(List<Stored> batch, Instant time) throws SQLException {
        int size = batch.size();
        var conversations = new UUID[size];
        var seqs = new long[size];
        var ids = new UUID[size];
        var users = new String[size];
        var clientIds = new String[size];
        var bodies = new String[size];
        for (int i = 0; i < size; i++) {
            var one = batch.get(i);
            conversations[i] = one.waiting.conversation.id();
            seqs[i] = one.seq;
            ids[i] = one.id;
            users[i] = one.waiting.user;
            clientIds[i] = one.waiting.clientId;
            bodies[i] = one.waiting.body;
        }
        insert.setObject(1, time.atOffset(java.time.ZoneOffset.UTC));
        insert.setArray(2, insert.getConnection().createArrayOf("uuid", conversations));
        insert.setObject(3, seqs);
        insert.setArray(4, insert.getConnection().createArrayOf("uuid", ids));
        insert.setObject(5, users);
        insert.setObject(6, clientIds);
        insert.setObject(7, bodies);
        insert.executeUpdate();
    }

    private static UUID newId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String ack(Stored stored, String createdAt) throws IOException {
        var text = new StringWriter(256);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "ack");
            json.writeStringField("id", stored.waiting.id);
            json.writeStringField("conversationId", stored.waiting.conversation.id().toString());
            json.writeStringField("messageId", stored.id.toString());
            place(json, stored);
            json.writeStringField("createdAt", createdAt);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String message(Stored stored, String createdAt) throws IOException {
        var conversation = stored.waiting.conversation.id().toString();
        var text = new StringWriter(768);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "message");
            json.writeStringField("conversationId", conversation);
            json.writeNumberField("version", stored.seq);
            json.writeObjectFieldStart("message");
            json.writeStringField("id", stored.id.toString());
            json.writeStringField("conversationId", conversation);
            place(json, stored);
            json.writeStringField("senderId", stored.waiting.user);
            json.writeStringField("clientId", stored.waiting.clientId);
            json.writeStringField("body", stored.waiting.body);
            json.writeStringField("createdAt", createdAt);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void place(JsonGenerator json, Stored stored) throws IOException {
        json.writeNumberField("seq", stored.seq);
        json.writeNumberField("version", stored.seq);
    }
}
