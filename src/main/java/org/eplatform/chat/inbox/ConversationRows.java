package org.eplatform.chat.inbox;

import static org.eplatform.chat.database.Queries.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    /// What a query selects of a conversation `c` with its `unread`, one participant `p`, who is `u`, and the last message `m`.
    static final String COLUMNS = "c.id, c.kind, c.title, c.last_seq, c.version, c.unread, c.created_at, c.last_activity,"
            + " u.id, u.name, u.username, u.avatar_url, u.last_active, p.role, p.read_seq, p.delivered_seq, " + MessageRow.COLUMNS + ", "
            + Presence.onlineElsewhere("u.id");

    private static final int ONLINE_ELSEWHERE = 28;

    private final Presence presence;

    ConversationRows(Presence presence) {
        this.presence = presence;
    }

    /// Keeps the order of the rows, in which those of one conversation follow each other.
    List<ConversationView> views(ResultSet row) throws SQLException {
        var views = new ArrayList<ConversationView>();
        boolean more = row.next();
        while (more) {
            var id = row.getObject(1, UUID.class);
            var head = head(row, new ConversationId(id));
            var participants = new ArrayList<ParticipantView>();
            do {
                participants.add(participant(row));
                more = row.next();
            } while (more && row.getObject(1, UUID.class).equals(id));
            views.add(head.with(participants));
        }
        return views;
    }

    /// A conversation whose participants stand in the rows to come.
    @FunctionalInterface
    private interface Head {
        ConversationView with(List<ParticipantView> participants);
    }

    private static Head head(ResultSet row, ConversationId id) throws SQLException {
        var kind = ConversationView.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        var title = row.getString(3);
        long lastSeq = row.getLong(4);
        long version = row.getLong(5);
        long unread = row.getLong(6);
        var createdAt = time(row, 7);
        var lastActivity = time(row, 8);
        var last = MessageRow.view(row, 17);
        return participants -> new ConversationView(id, kind, title, participants, last, lastSeq, version, unread, createdAt, lastActivity);
    }

    private ParticipantView participant(ResultSet row) throws SQLException {
        var id = new UserId(row.getString(9));
        var user = new UserView(id, row.getString(10), row.getString(11), row.getString(12), presence.isOnline(id, row.getBoolean(ONLINE_ELSEWHERE)), time(row, 13));
        return new ParticipantView(user, ConversationView.Role.valueOf(row.getString(14).toUpperCase(Locale.ROOT)), row.getLong(15), row.getLong(16));
    }
}
