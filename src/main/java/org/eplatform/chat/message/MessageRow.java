package org.eplatform.chat.message;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;

/// A message in the row of a query, whose columns are named as in [History#PAGE].
public final class MessageRow {

    private MessageRow() {}

    /// Null when an outer join found no message.
    public static MessageView view(Tuple row) {
        var id = row.get("message_id", UUID.class);
        if (id == null) {
            return null;
        }
        var replyTo = row.get("reply_to", UUID.class);
        return new MessageView(new MessageId(id), new ConversationId(row.get("conversation_id", UUID.class)), row.get("seq", Long.class),
                row.get("message_version", Long.class), new UserId(row.get("sender_id", String.class)), new ClientId(row.get("client_id", String.class)),
                row.get("body", String.class), replyTo == null ? null : new MessageId(replyTo), row.get("sent_at", Instant.class),
                row.get("edited_at", Instant.class), row.get("deleted_at", Instant.class));
    }
}
