package org.eplatform.chat.conversation;

import java.util.List;
import java.util.Set;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.UserId;

/// What a transaction changed in one conversation, and who is to know. Fired as a CDI event after COMMIT, never before: what is told is true.
///
/// `events` are the changes after version `before`, each one version further. `retold` are older ones that may never have been told: the answer
/// to a retry says that they are stored, so everybody else has to hear of them too.
public record Committed(ConversationId conversation, Set<UserId> recipients, long before, List<DurableEvent> events, List<DurableEvent> retold) {}
