package org.eplatform.chat.conversation;

import java.util.Set;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;

/// The proof that somebody may enter a conversation. Only the membership check of [Conversations#enter] makes one.
public final class Access {

    private final ConversationId conversation;
    private final UserId user;
    private final Set<UserId> participants;

    Access(ConversationId conversation, UserId user, Set<UserId> participants) {
        this.conversation = conversation;
        this.user = user;
        this.participants = participants;
    }

    public ConversationId conversation() {
        return conversation;
    }

    /// Who was let in.
    public UserId user() {
        return user;
    }

    /// Everybody who was in the conversation at the check, the caller among them.
    public Set<UserId> participants() {
        return participants;
    }
}
