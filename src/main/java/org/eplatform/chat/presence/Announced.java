package org.eplatform.chat.presence;

import java.util.Set;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.UserId;

/// Something ephemeral that is to be told, and to whom. Fired as a CDI event.
public record Announced(Audience audience, EphemeralEvent event) {

    public sealed interface Audience {

        /// Every connection of these people.
        record People(Set<UserId> users) implements Audience {}

        /// Every connection that watches this person.
        record Watchers(UserId user) implements Audience {}
    }
}
