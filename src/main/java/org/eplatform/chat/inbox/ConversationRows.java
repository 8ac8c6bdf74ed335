package org.eplatform.chat.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eplatform.chat.message.MessageRow;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.ConversationView.ParticipantView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.protocol.UserView;

/// Turns the rows of the inbox' queries, one for each participant, into one view for each conversation.
@ApplicationScoped
class ConversationRows {

    private final Presence presence;

    ConversationRows(Presence presence) {
        this.presence = presence;
    }

    /// Keeps the order of the rows.
    List<ConversationView> views(List<Tuple> rows) {
        var byConversation = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("conversation_id", UUID.class), LinkedHashMap::new, Collectors.toList()));
        return byConversation.values().stream().map(this::conversation).toList();
    }

    private ConversationView conversation(List<Tuple> rows) {
        var row = rows.getFirst();
        return new ConversationView(new ConversationId(row.get("conversation_id", UUID.class)),
                ConversationView.Kind.valueOf(row.get("kind", String.class).toUpperCase(java.util.Locale.ROOT)), row.get("title", String.class),
                rows.stream().map(this::participant).toList(), MessageRow.view(row), row.get("last_seq", Long.class), row.get("version", Long.class),
                row.get("unread", Long.class), row.get("created_at", Instant.class), row.get("last_activity", Instant.class));
    }

    private ParticipantView participant(Tuple row) {
        var id = new UserId(row.get("user_id", String.class));
        var user = new UserView(id, row.get("name", String.class), row.get("username", String.class), row.get("avatar_url", String.class),
                presence.isOnline(id), row.get("last_active", Instant.class));
        return new ParticipantView(user, ConversationView.Role.valueOf(row.get("role", String.class).toUpperCase(java.util.Locale.ROOT)),
                row.get("read_seq", Long.class), row.get("delivered_seq", Long.class));
    }
}
