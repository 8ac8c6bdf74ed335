package org.eplatform.chat.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;

/// Who may enter which conversation.
@ApplicationScoped
public class Conversations {

    /// Lets a participant in. To everybody else a foreign conversation and one that does not exist look alike.
    public Access enter(UserId user, ConversationId id) {
        var participants = QuarkusTransaction.joiningExisting().call(() -> Participant.of(id.value())).stream()
                .map(p -> new UserId(p.userId))
                .collect(Collectors.toUnmodifiableSet());
        if (!participants.contains(user)) {
            throw notFound();
        }
        return new Access(id, user, participants);
    }

    static ChatException notFound() {
        return new ChatException(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation, or you are not in it.");
    }
}
