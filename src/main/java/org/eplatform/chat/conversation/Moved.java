package org.eplatform.chat.conversation;

import org.eplatform.chat.protocol.ConversationId;

/// A conversation was brought from version `before` to `version`. What another replica changed has to be read; what this one did (`byThis`) is told when it is
/// [Committed], which may be later than others answer it. A CDI event.
public record Moved(ConversationId conversation, Recipients recipients, long before, long version, boolean byThis) {}
