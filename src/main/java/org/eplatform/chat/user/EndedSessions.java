package org.eplatform.chat.user;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The sessions that the provider has ended lately: a token that was given out in one of them is good by itself until it expires. Kept in memory;
/// [EndedSessionTable] has them for other replicas, and after a restart.
@ApplicationScoped
class EndedSessions {

    static final int MAX = 10_000;

    private static final int FIRST = 1;

    /// By when they ended, the oldest first.
    private final Map<SessionName, Instant> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionName, Instant> eldest) {
            return size() > MAX;
        }
    };

    /// Before anybody's connection is closed: who comes back with the same token is refused.
    synchronized void add(@Observes @Priority(FIRST) SessionEnded.LoggedOut end) {
        end.names().forEach(name -> {
            var before = ended.remove(name);
            ended.put(name, before == null || before.isBefore(end.at()) ? end.at() : before);
        });
    }

    synchronized boolean cover(Authentication caller) {
        return SessionName.of(caller).stream().map(ended::get).anyMatch(at -> at != null && !caller.issuedAt().isAfter(at));
    }
}
