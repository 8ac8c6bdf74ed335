package org.eplatform.chat.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eplatform.chat.conversation.Access;
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

    /// A row for each participant of each conversation of the page; participants stand in the order of their ids. `offset 0` keeps a lateral subquery as
    /// it is: each is a look-up by key. Merged into joins, the planner would read whole tables as soon as somebody has a good part of them, and
    /// then everybody's conversations would be paid by everybody.
    private static final String ROWS = """
            select c.id as conversation_id, c.kind, c.title, c.last_seq, c.version, c.created_at, c.last_activity, c.last_seq - mine.read_seq as unread,
                   p.role, p.read_seq, p.delivered_seq, u.id as user_id, u.name, u.username, u.avatar_url, u.last_active,
                   m.message_id, m.seq, m.message_version, m.sender_id, m.client_id, m.body, m.reply_to, m.sent_at, m.edited_at, m.deleted_at
            from mine
            cross join lateral (select * from conversation where id = mine.conversation_id offset 0) c
            cross join lateral (select * from participant where conversation_id = c.id and left_seq is null offset 0) p
            cross join lateral (select * from chat_user where id = p.user_id offset 0) u
            left join lateral (
                select id as message_id, seq, version as message_version, sender_id, client_id, body, reply_to, created_at as sent_at, edited_at, deleted_at
                from message where conversation_id = c.id and seq = c.last_seq offset 0) m on true
            order by c.last_activity desc, c.id desc, u.id""";

    /// Sorts all of the user's conversations for one page: an index in the order of activity would have to change with every message, for every
    /// participant, which costs far more than it saves.
    static final String LIST = """
            with mine as (
                select p.conversation_id, p.read_seq
                from participant p
                cross join lateral (select id, last_activity from conversation where id = p.conversation_id offset 0) c
                where p.user_id = :user and p.left_seq is null
                  and (c.last_activity, c.id) < (cast(:beforeTime as timestamptz), cast(:beforeId as uuid))
                order by c.last_activity desc, c.id desc
                limit :limit)
            """ + ROWS;

    static final String OTHERS = """
            with mine as (
                select p.conversation_id, p.read_seq
                from participant p
                cross join lateral (select id, last_activity from conversation where id = p.conversation_id offset 0) c
                where p.user_id = :user and p.left_seq is null and not p.conversation_id = any(:known)
                order by c.last_activity desc, c.id desc
                limit :limit)
            """ + ROWS;

    static final String ONE = """
            with mine as (select conversation_id, read_seq from participant where conversation_id = :conversation and user_id = :user and left_seq is null)
            """ + ROWS;

    /// Java knows times that PostgreSQL cannot read.
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final List<String> TOP = List.of("infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final EntityManager entities;
    private final History history;
    private final ConversationRows rows;

    Inbox(EntityManager entities, History history, ConversationRows rows) {
        this.entities = entities;
        this.history = history;
        this.rows = rows;
    }

    /// `next` is the cursor of the next page, null on the last.
    public record Page(List<ConversationView> conversations, String next) {}

    /// The user's conversations, newest activity first. `before` is a cursor that an earlier page gave, or null.
    public Page list(UserId user, String before, Limit limit) {
        var start = before == null ? TOP : cursor(before);
        var found = QuarkusTransaction.joiningExisting().call(() -> query(LIST).setParameter("user", user.value())
                .setParameter("beforeTime", start.getFirst()).setParameter("beforeId", start.getLast()).setParameter("limit", limit.value() + 1)
                .getResultList());
        var all = rows.views(tuples(found));
        var page = all.subList(0, Math.min(limit.value(), all.size()));
        var next = all.size() > limit.value() ? Opaque.pack(page.getLast().lastActivity().toString(), page.getLast().id().toString()) : null;
        return new Page(page, next);
    }

    /// The newest of the user's conversations that are not among these.
    public List<ConversationView> others(UserId user, Set<ConversationId> known, int limit) {
        var found = QuarkusTransaction.joiningExisting().call(() -> query(OTHERS).setParameter("user", user.value())
                .setParameter("known", known.stream().map(ConversationId::value).toArray(UUID[]::new)).setParameter("limit", limit).getResultList());
        return rows.views(tuples(found));
    }

    /// One conversation as the one who was let in sees it.
    public ConversationView conversation(Access access) {
        var found = QuarkusTransaction.joiningExisting().call(() -> query(ONE)
                .setParameter("conversation", access.conversation().value()).setParameter("user", access.user().value()).getResultList());
        return rows.views(tuples(found)).getFirst();
    }

    /// The same with a page of its messages.
    public ConversationPage open(Access access, Position position, Limit limit) {
        // In this order: with its version as cursor, a reader gets what was said in between once more rather than never.
        var conversation = conversation(access);
        var page = history.read(access, position, limit);
        return new ConversationPage(conversation, page.messages(), page.hasOlder(), page.hasNewer());
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql, Tuple.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(List<?> found) {
        return (List<Tuple>) found;
    }

    static List<String> cursor(String before) {
        var keys = Opaque.unpack("before", before, 2);
        try {
            var time = Instant.parse(keys.getFirst());
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw InvalidField.invalid("before is not a cursor of ours");
            }
            return List.of(time.toString(), ConversationId.fromString(keys.getLast()).toString());
        } catch (DateTimeParseException notOurs) {
            throw InvalidField.invalid("before is not a cursor of ours");
        }
    }
}
