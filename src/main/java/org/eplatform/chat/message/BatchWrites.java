package org.eplatform.chat.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eplatform.chat.protocol.MessageView;

/// The second round trip of a batch: writes what it decided, each table by one statement for all rows.
final class BatchWrites {

    private static final String INSERT = """
            insert into message (conversation_id, seq, id, sender_id, client_id, body, reply_to, created_at, edited_at, deleted_at, version)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);""";

    private static final String CHANGE = """
            update message m set body = k.body, edited_at = k.edited, deleted_at = k.deleted, version = k.version
            from unnest(?, ?, ?, ?, ?, ?) as k(conversation, seq, body, edited, deleted, version)
            where m.conversation_id = k.conversation and m.seq = k.seq;""";

    private static final String COUNT = """
            update conversation c set last_seq = k.seq, version = k.version, last_activity = coalesce(k.activity, c.last_activity)
            from unnest(?, ?, ?, ?) as k(id, seq, version, activity) where c.id = k.id;""";

    private static final String MARK = """
            update participant p set read_seq = k.read, delivered_seq = k.delivered, version = k.version
            from unnest(?, ?, ?, ?, ?) as k(conversation, person, read, delivered, version)
            where p.conversation_id = k.conversation and p.user_id = k.person;""";

    private BatchWrites() {}

    private record In(Locked conversation, Locked.Member member) {}

    static void write(Connection connection, Batch batch, Collection<Locked> conversations) throws SQLException {
        var changed = conversations.stream().filter(Locked::changed).toList();
        if (changed.isEmpty()) {
            return;
        }
        var members = changed.stream().flatMap(c -> c.members.values().stream().filter(member -> member.changed).map(member -> new In(c, member))).toList();
        var sql = new StringBuilder();
        var parameters = new ArrayList<Object>();
        if (!batch.inserted.isEmpty()) {
            sql.append(INSERT);
            parameters.addAll(messages(connection, batch.inserted.values()));
        }
        if (!batch.changed.isEmpty()) {
            sql.append(CHANGE);
            parameters.addAll(changes(connection, batch.changed.values()));
        }
        if (!members.isEmpty()) {
            sql.append(MARK);
            parameters.addAll(List.of(array(connection, "uuid", members, in -> in.conversation.id.value()), array(connection, "text", members, in -> in.member.user.value()),
                    longs(members, in -> in.member.readSeq), longs(members, in -> in.member.deliveredSeq), longs(members, in -> in.member.version)));
        }
        sql.append(COUNT);
        parameters.addAll(List.of(array(connection, "uuid", changed, c -> c.id.value()), longs(changed, Locked::lastSeq), longs(changed, Locked::version),
                array(connection, "timestamptz", changed, c -> c.grown() ? c.now().toString() : null)));
        execute(connection, sql.toString(), parameters);
    }

    private static List<Object> messages(Connection connection, Collection<MessageView> messages) throws SQLException {
        return List.of(array(connection, "uuid", messages, m -> m.conversationId().value()), longs(messages, MessageView::seq),
                array(connection, "uuid", messages, m -> m.id().value()), array(connection, "text", messages, m -> m.senderId().value()),
                array(connection, "text", messages, m -> m.clientId().value()), array(connection, "text", messages, MessageView::body),
                array(connection, "uuid", messages, m -> m.replyTo() == null ? null : m.replyTo().value()),
                array(connection, "timestamptz", messages, m -> m.createdAt().toString()),
                array(connection, "timestamptz", messages, m -> text(m.editedAt())),
                array(connection, "timestamptz", messages, m -> text(m.deletedAt())), longs(messages, MessageView::version));
    }

    private static List<Object> changes(Connection connection, Collection<MessageView> messages) throws SQLException {
        return List.of(array(connection, "uuid", messages, m -> m.conversationId().value()), longs(messages, MessageView::seq),
                array(connection, "text", messages, MessageView::body), array(connection, "timestamptz", messages, m -> text(m.editedAt())),
                array(connection, "timestamptz", messages, m -> text(m.deletedAt())), longs(messages, MessageView::version));
    }

    /// RFC 3339 in UTC: a `Timestamp` in an array would be written in the zone of this process.
    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static void execute(Connection connection, String sql, List<Object> parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
        }
    }

    private static <T> java.sql.Array array(Connection connection, String type, Collection<T> rows, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static <T> long[] longs(Collection<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }
}
