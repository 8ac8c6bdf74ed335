package org.eplatform.chat.conversation;

import java.util.Set;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;

/// Everybody who is in a conversation. What is read by it is told to them and to nobody else.
public final class Audience implements Permit {

    private final ConversationId conversation;
    private final Set<UserId> members;

    Audience(ConversationId conversation, Set<UserId> members) {
        this.conversation = conversation;
        this.members = members;
    }

    @Override
    public ConversationId conversation() {
        return conversation;
    }

    public Set<UserId> members() {
        return members;
    }
}
