package org.eplatform.chat.conversation;

import java.util.Set;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.UserId;

/// What a transaction changed and who is to know. Fired as a CDI event after COMMIT, never before: what is told is true.
public record Committed(Set<UserId> recipients, DurableEvent event) {}
