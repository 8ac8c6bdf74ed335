package org.eplatform.chat.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eplatform.chat.conversation.Access;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.message.History;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ConversationPage;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.Opaque;
import org.eplatform.chat.protocol.Position;
import org.eplatform.chat.protocol.UserId;

/// Reads the conversation list, and one conversation, as one person sees them: one query each.
@ApplicationScoped
public class Inbox {

    /// What the list shows of a conversation, and of the caller's place in it. `offset 0` keeps a lateral subquery as it is: each is a look-up by key. Merged
    /// into joins, the planner would read whole tables as soon as somebody has a good part of them, and then everybody's conversations would be paid by
    /// everybody.
    private static final String MINE = """
            select c.*, c.last_seq - p.read_seq as unread
            from participant p
            cross join lateral (select id, kind, title, last_seq, version, created_at, last_activity from conversation where id = p.conversation_id offset 0) c
            where p.user_id = ? and p.left_seq is null""";

    /// A row for each participant of each of them; participants stand in the order of their ids. The last message is sought from its place on, which only
    /// the primary key can do: an equality would be left to any index that begins with the conversation.
    private static final String ROWS = """
            select %s
            from mine c
            cross join lateral (select * from participant where conversation_id = c.id and left_seq is null offset 0) p
            cross join lateral (select * from chat_user where id = p.user_id offset 0) u
            left join lateral (select * from message where conversation_id = c.id and seq >= c.last_seq order by seq limit 1) m on true
            order by c.last_activity desc, c.id desc, u.id""".formatted(ConversationRows.COLUMNS);

    /// Sorts all of the user's conversations for one page: an index in the order of activity would have to change with every message, for every
    /// participant, which costs far more than it saves.
    static final String LIST = """
            with mine as (%s
                  and (c.last_activity, c.id) < (cast(? as timestamptz), ?)
                order by c.last_activity desc, c.id desc
                limit ?)
            %s""".formatted(MINE, ROWS);

    static final String OTHERS = """
            with mine as (%s
                  and not c.id = any(?)
                order by c.last_activity desc, c.id desc
                limit ?)
            %s""".formatted(MINE, ROWS);

    static final String ONE = """
            with mine as (%s
                  and p.conversation_id = ?)
            %s""".formatted(MINE, ROWS);

    /// Java knows times that PostgreSQL cannot read.
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Place TOP = new Place("infinity", new UUID(-1, -1));

    private final Queries queries;
    private final History history;
    private final ConversationRows rows;

    Inbox(Queries queries, History history, ConversationRows rows) {
        this.queries = queries;
        this.history = history;
        this.rows = rows;
    }

    /// `next` is the cursor of the next page, null on the last.
    public record Page(List<ConversationView> conversations, String next) {}

    /// The user's conversations, newest activity first. `before` is a cursor that an earlier page gave, or null.
    public Page list(UserId user, String before, Limit limit) {
        var start = before == null ? TOP : cursor(before);
        var all = queries.read(LIST, statement -> {
            statement.setString(1, user.value());
            statement.setString(2, start.time());
            statement.setObject(3, start.id());
            statement.setInt(4, limit.value() + 1);
        }, rows::views);
        var page = all.subList(0, Math.min(limit.value(), all.size()));
        var next = all.size() > limit.value() ? Opaque.pack(page.getLast().lastActivity().toString(), page.getLast().id().toString()) : null;
        return new Page(page, next);
    }

    /// The newest of the user's conversations that are not among these.
    public List<ConversationView> others(UserId user, Set<ConversationId> known, int limit) {
        return queries.read(OTHERS, statement -> {
            statement.setString(1, user.value());
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", known.stream().map(ConversationId::value).toArray()));
            statement.setInt(3, limit);
        }, rows::views);
    }

    /// One conversation as the one who was let in sees it.
    public ConversationView conversation(Access access) {
        return queries.read(ONE, statement -> {
            statement.setString(1, access.user().value());
            statement.setObject(2, access.conversation().value());
        }, rows::views).getFirst();
    }

    /// The same with a page of its messages.
    public ConversationPage open(Access access, Position position, Limit limit) {
        // In this order: with its version as cursor, a reader gets what was said in between once more rather than never.
        var conversation = conversation(access);
        var page = history.read(access, position, limit);
        return new ConversationPage(conversation, page.messages(), page.hasOlder(), page.hasNewer());
    }

    /// Where a page begins: after what was last active at this time.
    record Place(String time, UUID id) {}

    static Place cursor(String before) {
        var keys = Opaque.unpack("before", before, 2);
        try {
            var time = Instant.parse(keys.getFirst());
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw InvalidField.invalid("before is not a cursor of ours");
            }
            return new Place(time.toString(), ConversationId.fromString(keys.getLast()).value());
        } catch (DateTimeParseException notOurs) {
            throw InvalidField.invalid("before is not a cursor of ours");
        }
    }
}
