package org.eplatform.chat.conversation;

import org.eplatform.chat.protocol.ConversationId;

/// Another replica brought a conversation from version `before` to `version`; what changed has to be read. A CDI event.
public record Moved(ConversationId conversation, Recipients recipients, long before, long version) {}
