package org.eplatform.chat.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;

/// Who may enter which conversation, and how far each has come.
@ApplicationScoped
public class Conversations {

    /// Lets a participant in, and nobody else.
    public Access enter(UserId user, ConversationId id) {
        return Access.of(id, user, members(id));
    }

    /// Everybody who is in it now; empty when there is no such conversation.
    public Set<UserId> members(ConversationId id) {
        return QuarkusTransaction.joiningExisting().call(() -> Participant.of(id.value())).stream().map(p -> new UserId(p.userId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The versions of those of these conversations that the user is in.
    public Map<ConversationId, Long> versions(UserId user, Set<ConversationId> ids) {
        return versions(() -> Conversation.list("""
                select c from Conversation c join Participant p on p.conversationId = c.id
                where p.userId = ?1 and p.leftSeq is null and c.id in ?2""", user.value(), values(ids)));
    }

    /// The versions of these conversations, whoever is in them.
    public Map<ConversationId, Long> versions(Set<ConversationId> ids) {
        return versions(() -> Conversation.list("id in ?1", values(ids)));
    }

    private static Map<ConversationId, Long> versions(Callable<List<Conversation>> query) {
        return QuarkusTransaction.joiningExisting().call(query).stream().collect(Collectors.toUnmodifiableMap(c -> new ConversationId(c.id), c -> c.version));
    }

    private static List<UUID> values(Set<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toList();
    }

    /// The one answer to those who are not in a conversation.
    public static ChatException notFound() {
        return new ChatException(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation, or you are not in it.");
    }
}
