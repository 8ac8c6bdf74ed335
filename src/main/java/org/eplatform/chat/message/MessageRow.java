package org.eplatform.chat.message;

import static org.eplatform.chat.database.Queries.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;

/// A message in the row of a query.
public final class MessageRow {

    /// What a query selects of a `message m`.
    public static final String COLUMNS = "m.id, m.conversation_id, m.seq, m.version, m.sender_id, m.client_id, m.body, m.reply_to, m.created_at, m.edited_at, m.deleted_at";

    private MessageRow() {}

    /// The message in the [#COLUMNS] that begin at this one; null when an outer join found none.
    public static MessageView view(ResultSet row, int first) throws SQLException {
        var id = row.getObject(first, UUID.class);
        if (id == null) {
            return null;
        }
        var replyTo = row.getObject(first + 7, UUID.class);
        return new MessageView(new MessageId(id), new ConversationId(row.getObject(first + 1, UUID.class)), row.getLong(first + 2), row.getLong(first + 3),
                new UserId(row.getString(first + 4)), new ClientId(row.getString(first + 5)), row.getString(first + 6),
                replyTo == null ? null : new MessageId(replyTo), time(row, first + 8), time(row, first + 9), time(row, first + 10));
    }
}
