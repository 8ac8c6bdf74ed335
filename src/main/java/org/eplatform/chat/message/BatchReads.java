package org.eplatform.chat.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.UserId;

/// The first round trip of a batch: locks its conversations and reads what their writes speak of.
///
/// The statements go out together, but each sees what was committed before it began: so what the later ones read is not older than the locks.
/// In one statement with the lock it would be.
final class BatchReads {

    /// Always in the order of the ids, so that two batches never wait for each other in a ring.
    private static final String LOCK = "select id, last_seq, version from conversation where id = any(?) order by id for update;";

    private static final String CLOCK = "select clock_timestamp();";

    private static final String MEMBERS = "select conversation_id, user_id, read_seq, delivered_seq, version from participant"
            + " where conversation_id = any(?) and left_seq is null order by conversation_id, user_id;";

    private static final String MESSAGE = "select " + MessageRow.COLUMNS + " from ";

    private static final String STORED = MESSAGE + "unnest(?, ?, ?) as k(conversation, sender, client) join message m"
            + " on m.conversation_id = k.conversation and m.sender_id = k.sender and m.client_id = k.client;";

    private static final String NAMED = MESSAGE + "unnest(?, ?) as k(conversation, id) join message m on m.conversation_id = k.conversation and m.id = k.id;";

    private BatchReads() {}

    static Loaded lock(Connection connection, List<Write> writes) throws SQLException {
        var sends = writes.stream().filter(Write.Send.class::isInstance).map(Write.Send.class::cast).toList();
        var named = writes.stream().flatMap(write -> Named.by(write).stream()).toList();
        var conversations = uuids(connection, writes.stream().map(write -> write.conversation().value()).distinct());
        var sql = LOCK + CLOCK + MEMBERS + (sends.isEmpty() ? "" : STORED) + (named.isEmpty() ? "" : NAMED);
        try (var statement = connection.prepareStatement(sql)) {
            int next = 1;
            statement.setArray(next++, conversations);
            statement.setArray(next++, conversations);
            if (!sends.isEmpty()) {
                statement.setArray(next++, uuids(connection, sends.stream().map(send -> send.conversation().value())));
                statement.setObject(next++, sends.stream().map(send -> send.author().value()).toArray(String[]::new));
                statement.setObject(next++, sends.stream().map(send -> send.clientId().value()).toArray(String[]::new));
            }
            if (!named.isEmpty()) {
                statement.setArray(next++, uuids(connection, named.stream().map(one -> one.conversation.value())));
                statement.setArray(next, uuids(connection, named.stream().map(one -> one.message.value())));
            }
            statement.execute();
            return read(statement, !sends.isEmpty(), !named.isEmpty());
        }
    }

    /// A message that a write speaks of by its id.
    private record Named(ConversationId conversation, MessageId message) {

        static List<Named> by(Write write) {
            return switch (write) {
                case Write.Send send when send.replyTo() != null -> List.of(new Named(send.conversation(), send.replyTo()));
                case Write.Send _, Write.Mark _ -> List.of();
                case Write.Edit edit -> List.of(new Named(edit.conversation(), edit.message()));
                case Write.Delete delete -> List.of(new Named(delete.conversation(), delete.message()));
            };
        }
    }

    private static Loaded read(PreparedStatement statement, boolean sends, boolean named) throws SQLException {
        var locked = new ArrayList<Locked>();
        try (var found = statement.getResultSet()) {
            while (found.next()) {
                locked.add(new Locked(new ConversationId(found.getObject(1, UUID.class)), found.getLong(2), found.getLong(3)));
            }
        }
        Loaded loaded;
        try (var found = nextResult(statement)) {
            found.next();
            loaded = new Loaded(Queries.time(found, 1));
        }
        locked.forEach(conversation -> loaded.conversations.put(conversation.id, conversation));
        try (var found = nextResult(statement)) {
            while (found.next()) {
                var user = new UserId(found.getString(2));
                loaded.conversations.get(new ConversationId(found.getObject(1, UUID.class))).members
                        .put(user, new Locked.Member(user, found.getLong(3), found.getLong(4), found.getLong(5)));
            }
        }
        for (int results = (sends ? 1 : 0) + (named ? 1 : 0); results > 0; results--) {
            try (var found = nextResult(statement)) {
                while (found.next()) {
                    loaded.keep(MessageRow.view(found, 1));
                }
            }
        }
        return loaded;
    }

    private static ResultSet nextResult(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return Objects.requireNonNull(statement.getResultSet(), "one result for each statement");
    }

    static java.sql.Array uuids(Connection connection, java.util.stream.Stream<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
