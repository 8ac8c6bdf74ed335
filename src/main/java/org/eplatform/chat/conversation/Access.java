package org.eplatform.chat.conversation;

import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;

/// Somebody who is in a conversation.
public final class Access implements Permit {

    private final ConversationId conversation;
    private final UserId user;

    Access(ConversationId conversation, UserId user) {
        this.conversation = conversation;
        this.user = user;
    }

    @Override
    public ConversationId conversation() {
        return conversation;
    }

    /// Who was let in.
    public UserId user() {
        return user;
    }
}
