package org.eplatform.chat.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.inbox.Added;
import org.eplatform.chat.presence.Announced;
import org.jboss.logging.Logger;

/// What another replica told, as if it had happened here.
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final NewsJson json;
    private final Event<Committed> committed;
    private final Event<Added> added;
    private final Event<Announced> announced;

    Arrivals(NewsJson json, @FromElsewhere Event<Committed> committed, @FromElsewhere Event<Added> added, @FromElsewhere Event<Announced> announced) {
        this.json = json;
        this.committed = committed;
        this.added = added;
        this.announced = announced;
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
            case News.ToPeople(var users, var event) -> announced.fire(new Announced(new Announced.Audience.People(users), event));
            case News.ToWatchers(var user, var event) -> announced.fire(new Announced(new Announced.Audience.Watchers(user), event));
        }
    }
}
