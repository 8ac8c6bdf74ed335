package org.eplatform.chat.protocol;

import java.util.List;

/// A conversation with one page of its messages in rising `seq`.
public record ConversationPage(ConversationView conversation, List<MessageView> messages, boolean hasOlder, boolean hasNewer) {}
