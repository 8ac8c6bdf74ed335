package org.eplatform.chat.conversation;

import java.util.Set;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;

/// The proof that somebody may enter a conversation: none is made without the membership check.
public final class Access {

    private final ConversationId conversation;
    private final UserId user;
    private final Set<UserId> participants;

    private Access(ConversationId conversation, UserId user, Set<UserId> participants) {
        this.conversation = conversation;
        this.user = user;
        this.participants = participants;
    }

    /// Lets the user in when they are among the participants. To everybody else a foreign conversation and one that does not exist look alike.
    static Access of(ConversationId conversation, UserId user, Set<UserId> participants) {
        if (!participants.contains(user)) {
            throw Conversations.notFound();
        }
        return new Access(conversation, user, participants);
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
