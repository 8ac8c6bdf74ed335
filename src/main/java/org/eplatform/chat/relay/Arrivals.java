package org.eplatform.chat.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.inbox.Added;
import org.eplatform.chat.presence.Announced;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.replica.FromElsewhere;
import org.jboss.logging.Logger;

/// What another replica told, as if it had happened here.
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final NewsJson json;
    private final Event<Committed> committed;
    private final Event<Added> added;
    private final Event<Announced> announced;
    private final Presence presence;
    private final Moves moves;

    Arrivals(NewsJson json, @FromElsewhere Event<Committed> committed, @FromElsewhere Event<Added> added, @FromElsewhere Event<Announced> announced,
            Presence presence, Moves moves) {
        this.json = json;
        this.committed = committed;
        this.added = added;
        this.announced = announced;
        this.presence = presence;
        this.moves = moves;
    }

    void hear(String text) {
        try {
            json.decode(text).ifPresent(this::hear);
        } catch (RuntimeException e) {
            LOG.warn("News of another replica could not be passed on", e);
        }
    }

    private void hear(News news) {
        switch (news) {
            case News.Changed(var change) -> committed.fire(change);
            case News.Added(var user, var conversation) -> added.fire(new Added(user, conversation));
            case News.Writing(var readers, var event) -> announced.fire(new Announced.Writing(readers, event));
            case News.Moving(var event) -> presence.hear(event);
            case News.Ended() -> moves.wake();
        }
    }
}
