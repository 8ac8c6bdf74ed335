package org.eplatform.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eplatform.chat.conversation.Access;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.protocol.EphemeralEvent;

/// Tells the others in a conversation that somebody is writing. Nothing of it is kept.
@ApplicationScoped
public class Typing {

    private final Conversations conversations;
    private final Event<Announced> announced;

    Typing(Conversations conversations, Event<Announced> announced) {
        this.conversations = conversations;
        this.announced = announced;
    }

    public void set(Access access, boolean active) {
        var others = conversations.audience(access).members().stream().filter(Predicate.not(access.user()::equals)).collect(Collectors.toUnmodifiableSet());
        announced.fire(new Announced.Writing(others, new EphemeralEvent.Typing(access.conversation(), access.user(), active)));
    }
}
