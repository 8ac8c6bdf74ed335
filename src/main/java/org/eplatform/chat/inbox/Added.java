package org.eplatform.chat.inbox;

import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.UserId;

/// Somebody is in a conversation that they were not in before, and how they see it. Fired as a CDI event after COMMIT.
public record Added(UserId user, ConversationView conversation) {}
