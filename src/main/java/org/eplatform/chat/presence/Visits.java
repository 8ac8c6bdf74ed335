package org.eplatform.chat.presence;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.replica.Listening;
import org.eplatform.chat.replica.Steady;
import org.jboss.logging.Logger;

/// Writes down when people were last here, many at a time: when thousands come and go at once, a statement for each would take the database from those who write.
/// What fails is tried again.
@ApplicationScoped
class Visits {

    private static final Logger LOG = Logger.getLogger(Visits.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final int MOST = 1_000;
    /// What the most connections of one process need, and as many more for rows that are taken.
    private static final int LAST_TRIES = 40;

    /// Returns those who are done with: written, or not known any more. A row that somebody else is changing is left for later, so that nobody waits for anybody.
    private static final String WRITE = """
            with visit as (select id, cast(at as timestamptz) as at from unnest(?, ?) v(id, at)),
                free as (select u.id, v.at from chat_user u join visit v on v.id = u.id for no key update of u skip locked),
                written as (update chat_user u set last_active = greatest(u.last_active, free.at) from free where u.id = free.id returning u.id)
            select id from written union all select id from visit v where not exists (select from chat_user u where u.id = v.id)""";

    private final People people;
    private final Queries queries;
    private final Steady work = new Steady("presence-visits", this::work);
    private boolean failing;

    Visits(People people, Queries queries) {
        this.people = people;
        this.queries = queries;
    }

    void start(@ObservesAsync Listening event) {
        work.start();
    }

    /// The connections have ended by now. What is being written is waited for, since some of it may have to be written again.
    void stop(@Observes ShutdownEvent event) {
        work.stop();
        for (int i = 0; i < LAST_TRIES && people.hasUnwritten() && writeSome(); i++) {
            // A row that another replica is changing is free a moment later.
        }
    }

    private void work() throws InterruptedException {
        writeSome();
        Thread.sleep(TURN);
    }

    /// False when the database does not take them.
    private synchronized boolean writeSome() {
        var visits = people.unwritten(MOST);
        if (visits.isEmpty()) {
            return true;
        }
        try {
            var done = write(visits);
            failing = false;
            people.written(visits.entrySet().stream().filter(visit -> done.contains(visit.getKey())).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
            var left = new HashMap<>(visits);
            left.keySet().removeAll(done);
            people.unwrite(left.keySet());
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("The last visits of %d people could not be noted, and are tried again: %s", visits.size(), e.getMessage());
            }
            people.unwrite(visits.keySet());
            return false;
        }
    }

    private Set<UserId> write(Map<UserId, Instant> visits) {
        var ids = visits.keySet().stream().map(UserId::value).toArray(String[]::new);
        var times = visits.values().stream().map(Instant::toString).toArray(String[]::new);
        return Set.copyOf(queries.each(WRITE, statement -> {
            statement.setObject(1, ids);
            statement.setObject(2, times);
        }, row -> new UserId(row.getString(1))));
    }
}
