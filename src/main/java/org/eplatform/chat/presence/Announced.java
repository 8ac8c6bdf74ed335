package org.eplatform.chat.presence;

import java.util.Set;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.UserId;

/// Something ephemeral that is to be told, and to whom. Fired as a CDI event.
public sealed interface Announced {

    EphemeralEvent event();

    /// For every connection of these people.
    record Writing(Set<UserId> readers, EphemeralEvent.Typing event) implements Announced {}

    /// For every connection that watches who came or went.
    record Moving(EphemeralEvent.Presence event) implements Announced {}
}
