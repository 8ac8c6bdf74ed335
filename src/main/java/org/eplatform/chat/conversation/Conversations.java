package org.eplatform.chat.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;

/// Who may enter which conversation, and how far each has come.
@ApplicationScoped
public class Conversations {

    /// Those who are in each of them now.
    private static final String MEMBERS = "select conversation_id, user_id from participant where conversation_id = any(?) and left_seq is null";

    private final Queries queries;
    private final Audit audit;

    Conversations(Queries queries, Audit audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /// Lets a participant in, and nobody else: to everybody else a foreign conversation and one that does not exist look alike.
    public Access enter(UserId user, ConversationId id) {
        if (!QuarkusTransaction.joiningExisting().call(() -> Participant.isIn(id.value(), user.value()))) {
            audit.record(new AuditEvent.AccessRefused(user, "read", id));
            throw notFound();
        }
        return new Access(id, user);
    }

    /// A conversation that somebody was let into, and the version at which it stands.
    public record Entered(Access access, long version) {}

    /// Lets the user into those of these conversations that they are in.
    public Map<ConversationId, Entered> enter(UserId user, Set<ConversationId> ids) {
        return found(() -> Conversation.list("""
                select c from Conversation c join Participant p on p.conversationId = c.id
                where p.userId = ?1 and p.leftSeq is null and c.id in ?2""", user.value(), values(ids)),
                c -> new Entered(new Access(new ConversationId(c.id), user), c.version));
    }

    /// Everybody who is in a conversation, for one of them.
    public Audience audience(Access access) {
        return audiences(Set.of(access.conversation())).get(access.conversation());
    }

    /// The same of each of these for delivery, which tells all of them; nobody where there is no such conversation.
    public Map<ConversationId, Audience> audiences(Set<ConversationId> ids) {
        var rows = queries.each(MEMBERS, statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", values(ids).toArray())),
                row -> Map.entry(new ConversationId(row.getObject(1, UUID.class)), new UserId(row.getString(2))));
        var members = rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
        return ids.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), id -> new Audience(id, members.getOrDefault(id, Set.of()))));
    }

    /// The versions of these conversations, whoever is in them.
    public Map<ConversationId, Long> versions(Set<ConversationId> ids) {
        return found(() -> Conversation.list("id in ?1", values(ids)), c -> c.version);
    }

    private static <T> Map<ConversationId, T> found(Callable<List<Conversation>> query, Function<Conversation, T> value) {
        return QuarkusTransaction.joiningExisting().call(query).stream().collect(Collectors.toUnmodifiableMap(c -> new ConversationId(c.id), value));
    }

    private static List<UUID> values(Set<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toList();
    }

    /// The one answer to those who are not in a conversation.
    public static ChatException notFound() {
        return new ChatException(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation, or you are not in it.");
    }
}
