package org.eplatform.chat.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eplatform.chat.conversation.Recipients;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.replica.Replica;

/// The second round trip of a batch: writes what it decided, each table by one statement for all rows. Whatever a batch dates, it dates alike.
final class BatchWrites {

    private static final String INSERT = """
            insert into message (conversation_id, seq, version, id, sender_id, client_id, body, reply_to, created_at)
            select k.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?, ?) as k(conversation, seq, version, id, sender, client, body, reply);""";

    private static final String CHANGE = """
            update message m set body = k.body, edited_at = cast(k.edited as timestamptz), deleted_at = cast(k.deleted as timestamptz), version = k.version
            from unnest(?, ?, ?, ?, ?, ?) as k(conversation, seq, version, body, edited, deleted)
            where m.conversation_id = k.conversation and m.seq = k.seq;""";

    private static final String MARK = """
            update participant p set read_seq = k.read, delivered_seq = k.delivered, version = k.version
            from unnest(?, ?, ?, ?, ?) as k(conversation, person, version, read, delivered)
            where p.conversation_id = k.conversation and p.user_id = k.person;""";

    private static final String COUNT = """
            update conversation c set last_seq = k.seq, version = k.version, last_activity = case when k.grown then cast(? as timestamptz) else c.last_activity end
            from unnest(?, ?, ?, ?) as k(id, seq, version, grown) where c.id = k.id;""";

    /// For the other replicas (relay/Moves). Committed with what it tells of, so no crash comes between the two.
    private static final String NOTE = """
            insert into relay_move (replica, conversation_id, before, version, recipients)
            select ?, k.* from unnest(?, ?, ?, ?) as k(conversation, before, version, recipients);""";

    private final Connection connection;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private BatchWrites(Connection connection) {
        this.connection = connection;
    }

    private record In(Locked conversation, Locked.Member member) {}

    static void write(Connection connection, Batch batch, Loaded loaded, Replica replica) throws SQLException {
        var changed = new ArrayList<Locked>();
        var marked = new ArrayList<In>();
        for (var conversation : loaded.conversations.values()) {
            if (conversation.changed()) {
                changed.add(conversation);
                conversation.members.values().stream().filter(member -> member.changed).forEach(member -> marked.add(new In(conversation, member)));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        var writes = new BatchWrites(connection);
        var now = loaded.now.atOffset(ZoneOffset.UTC);
        writes.insert(batch.inserted, now);
        writes.change(batch.changed.values());
        writes.mark(marked);
        writes.count(changed, now);
        if (replica.hasPeers()) {
            writes.note(changed, replica);
        }
        writes.execute();
    }

    private void insert(Collection<MessageView> messages, OffsetDateTime now) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        sql.append(INSERT);
        parameters.add(now);
        uuids(messages, m -> m.conversationId().value());
        longs(messages, MessageView::seq);
        longs(messages, MessageView::version);
        uuids(messages, m -> m.id().value());
        texts(messages, m -> m.senderId().value());
        texts(messages, m -> m.clientId().value());
        texts(messages, MessageView::body);
        uuids(messages, m -> m.replyTo() == null ? null : m.replyTo().value());
    }

    private void change(Collection<MessageView> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        sql.append(CHANGE);
        uuids(messages, m -> m.conversationId().value());
        longs(messages, MessageView::seq);
        longs(messages, MessageView::version);
        texts(messages, MessageView::body);
        texts(messages, m -> text(m.editedAt()));
        texts(messages, m -> text(m.deletedAt()));
    }

    private void mark(List<In> marked) throws SQLException {
        if (marked.isEmpty()) {
            return;
        }
        sql.append(MARK);
        uuids(marked, in -> in.conversation.id.value());
        texts(marked, in -> in.member.user.value());
        longs(marked, in -> in.member.version);
        longs(marked, in -> in.member.readSeq);
        longs(marked, in -> in.member.deliveredSeq);
    }

    private void count(List<Locked> conversations, OffsetDateTime now) throws SQLException {
        sql.append(COUNT);
        parameters.add(now);
        uuids(conversations, c -> c.id.value());
        longs(conversations, Locked::lastSeq);
        longs(conversations, Locked::version);
        var grown = new boolean[conversations.size()];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = conversations.get(i).grown();
        }
        parameters.add(grown);
    }

    private void note(List<Locked> conversations, Replica replica) throws SQLException {
        sql.append(NOTE);
        parameters.add(replica.id());
        uuids(conversations, c -> c.id.value());
        longs(conversations, Locked::before);
        longs(conversations, Locked::version);
        texts(conversations, c -> Recipients.text(c.members.keySet()));
    }

    private void execute() throws SQLException {
        try (var statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
        }
    }

    /// RFC 3339 in UTC.
    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private <T> void uuids(Collection<T> rows, Function<T, Object> column) throws SQLException {
        var values = new Object[rows.size()];
        int next = 0;
        for (var row : rows) {
            values[next++] = column.apply(row);
        }
        parameters.add(connection.createArrayOf("uuid", values));
    }

    private <T> void texts(Collection<T> rows, Function<T, String> column) {
        var values = new String[rows.size()];
        int next = 0;
        for (var row : rows) {
            values[next++] = column.apply(row);
        }
        parameters.add(values);
    }

    private <T> void longs(Collection<T> rows, ToLongFunction<T> column) {
        var values = new long[rows.size()];
        int next = 0;
        for (var row : rows) {
            values[next++] = column.applyAsLong(row);
        }
        parameters.add(values);
    }
}
