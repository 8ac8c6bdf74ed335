package org.eplatform.chat.relay;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.EventMetadata;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.inbox.Added;
import org.eplatform.chat.presence.Announced;
import org.eplatform.chat.replica.FromElsewhere;
import org.eplatform.chat.user.SessionEnded;

/// Tells the other replicas what happened here, after those who are connected here were told.
@ApplicationScoped
class Publisher {

    private static final int AFTER_DELIVERY = 3_000;

    private final Relay relay;

    Publisher(Relay relay) {
        this.relay = relay;
    }

    void changed(@Observes @Priority(AFTER_DELIVERY) Committed change, EventMetadata origin) {
        tell(new News.Changed(change), origin);
    }

    void added(@Observes @Priority(AFTER_DELIVERY) Added added, EventMetadata origin) {
        tell(new News.Added(added.user(), added.conversation()), origin);
    }

    void announced(@Observes @Priority(AFTER_DELIVERY) Announced announced, EventMetadata origin) {
        tell(switch (announced) {
            case Announced.Writing(var readers, var event) -> new News.Writing(readers, event);
            case Announced.Moving(var event) -> new News.Moving(event);
        }, origin);
    }

    void ended(@Observes @Priority(AFTER_DELIVERY) SessionEnded end, EventMetadata origin) {
        tell(new News.Ended(), origin);
    }

    private void tell(News news, EventMetadata origin) {
        if (!origin.getQualifiers().contains(FromElsewhere.Literal.INSTANCE)) {
            relay.tell(news);
        }
    }
}
