package org.eplatform.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.conversation.Permit;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.DurableEvent.MarkerMoved;
import org.eplatform.chat.protocol.DurableEvent.MessageChanged;
import org.eplatform.chat.protocol.UserId;

/// Reads what changed in conversations since some version: the latest state of each changed row, once. So an edit ten times over is one row, and
/// applying the answer twice is harmless.
@ApplicationScoped
public class Changes {

    /// Those that are as they were written stand in the order of their versions, and no further back than as many places as there were changes: no index on
    /// the version of every message is needed, only one on those that were edited or deleted.
    static final String MESSAGES = """
            select %s
            from unnest(?, ?, ?) as k(conversation, after, upto) join conversation c on c.id = k.conversation cross join lateral (
                (select * from message where conversation_id = k.conversation and seq > c.last_seq - (c.version - k.after)
                    and version > k.after and version <= k.upto and edited_at is null and deleted_at is null
                    order by seq limit ?)
                union all
                (select * from message where conversation_id = k.conversation and version > k.after and version <= k.upto
                    and (edited_at is not null or deleted_at is not null)
                    order by version limit ?)
                order by version limit ?) m
            order by m.conversation_id, m.version""".formatted(MessageRow.COLUMNS);

    private static final String MARKERS = """
            select p.conversation_id, p.version, p.user_id, p.read_seq, p.delivered_seq
            from unnest(?, ?, ?) as k(conversation, after, upto) join participant p
            on p.conversation_id = k.conversation and p.version > k.after and p.version <= k.upto and p.left_seq is null""";

    private final Queries queries;

    Changes(Queries queries) {
        this.queries = queries;
    }

    /// The changes of one conversation after one version and up to another one.
    public record Range(Permit permit, long after, long upTo) {

        ConversationId conversation() {
            return permit.conversation();
        }

        /// More than there can be to read.
        public long length() {
            return upTo - after;
        }
    }

    /// What was read of some ranges: the changes in rising version within each conversation, and what is left to read.
    public record Page(List<DurableEvent> events, List<Range> rest) {}

    /// At most so many changed messages of each conversation.
    public Page read(List<Range> ranges, int most) {
        var events = new ArrayList<DurableEvent>(messages(ranges, most));
        var rest = rest(ranges, events, most);
        // Markers above what was read of the messages come with the next page.
        Map<ConversationId, Long> reached = new HashMap<>();
        ranges.forEach(range -> reached.put(range.conversation(), range.upTo));
        rest.forEach(range -> reached.put(range.conversation(), range.after));
        events.addAll(markers(ranges.stream().map(range -> new Range(range.permit, range.after, reached.get(range.conversation()))).toList()));
        events.sort(Comparator.comparing((DurableEvent event) -> event.conversationId().value()).thenComparingLong(DurableEvent::version));
        return new Page(events, rest);
    }

    private List<MessageChanged> messages(List<Range> ranges, int most) {
        return queries.each(MESSAGES, statement -> {
            bind(statement, ranges);
            for (int i = 4; i <= 6; i++) {
                statement.setInt(i, most);
            }
        }, row -> {
            var message = MessageRow.view(row, 1);
            return new MessageChanged(message.conversationId(), message.version(), message);
        });
    }

    /// A full page of a conversation may not be all of it.
    private static List<Range> rest(List<Range> ranges, List<DurableEvent> messages, int most) {
        Map<ConversationId, List<DurableEvent>> found = new HashMap<>();
        messages.forEach(event -> found.computeIfAbsent(event.conversationId(), _ -> new ArrayList<>()).add(event));
        return ranges.stream().filter(range -> found.getOrDefault(range.conversation(), List.of()).size() == most)
                .map(range -> new Range(range.permit, found.get(range.conversation()).getLast().version(), range.upTo))
                .filter(range -> range.length() > 0).toList();
    }

    private List<MarkerMoved> markers(List<Range> ranges) {
        return queries.each(MARKERS, statement -> bind(statement, ranges),
                row -> new MarkerMoved(new ConversationId(row.getObject(1, UUID.class)), row.getLong(2), new UserId(row.getString(3)), row.getLong(4), row.getLong(5)));
    }

    private static void bind(PreparedStatement statement, List<Range> ranges) throws SQLException {
        statement.setArray(1, BatchReads.uuids(statement.getConnection(), ranges.stream().map(range -> range.conversation().value())));
        statement.setObject(2, ranges.stream().mapToLong(Range::after).toArray());
        statement.setObject(3, ranges.stream().mapToLong(Range::upTo).toArray());
    }
}
