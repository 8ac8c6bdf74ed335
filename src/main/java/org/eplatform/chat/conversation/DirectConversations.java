package org.eplatform.chat.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Users;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// The one conversation of two people.
@ApplicationScoped
public class DirectConversations {

    private final EntityManager entities;
    private final Users users;
    private final Conversations conversations;
    private final Limits limits;
    private final Audit audit;

    DirectConversations(EntityManager entities, Users users, Conversations conversations, Limits limits, Audit audit) {
        this.limits = limits;
        this.audit = audit;
        this.entities = entities;
        this.users = users;
        this.conversations = conversations;
    }

    /// A conversation that exists now, and whether this call made it.
    public record Started(Access access, boolean isNew) {}

    /// Finds or makes it. However two calls race, both get the same one: the unique `direct_key` decides. Only what is not there yet counts against the
    /// limit, people whom the chat does not know included: who guesses ids guesses slowly.
    public Started start(UserId caller, UserId other) {
        if (caller.equals(other)) {
            throw new ChatException(ErrorCode.SELF_CONVERSATION, "userId must be somebody else's.");
        }
        var key = key(caller, other);
        var existing = QuarkusTransaction.joiningExisting().call(() -> find(key));
        if (existing.isPresent()) {
            return new Started(conversations.enter(caller, new ConversationId(existing.get())), false);
        }
        limits.take(RateLimit.CONVERSATIONS, caller);
        if (!users.knows(other)) {
            throw new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person.");
        }
        var started = QuarkusTransaction.requiringNew().call(() -> {
            boolean isNew = insert(key);
            var id = find(key).orElseThrow();
            if (isNew) {
                join(id, caller);
                join(id, other);
            }
            return new Started(conversations.enter(caller, new ConversationId(id)), isNew);
        });
        if (started.isNew()) {
            audit.record(new AuditEvent.ConversationStarted(started.access().conversation(), caller, other));
        }
        return started;
    }

    /// Waits for a racing insert of the same key to commit, and then does nothing.
    private boolean insert(String key) {
        return entities.createNativeQuery("""
                insert into conversation (id, kind, direct_key) values (:id, 'direct', :key)
                on conflict (direct_key) do nothing""")
                .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null)).setParameter("key", key)
                .executeUpdate() == 1;
    }

    private Optional<UUID> find(String key) {
        var found = entities.createNativeQuery("select id from conversation where direct_key = :key", UUID.class).setParameter("key", key).getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    private void join(UUID id, UserId user) {
        entities.createNativeQuery("insert into participant (conversation_id, user_id) values (:id, :user)")
                .setParameter("id", id).setParameter("user", user.value()).executeUpdate();
    }

    /// Both ids in order, around a control character, which no id may contain.
    private static String key(UserId one, UserId other) {
        return String.join("\u001f", Stream.of(one, other).sorted().map(UserId::value).toList());
    }
}
