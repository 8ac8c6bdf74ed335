package org.eplatform.chat.presence;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eplatform.chat.replica.Listening;
import org.eplatform.chat.replica.Replica;
import org.eplatform.chat.replica.Steady;
import org.jboss.logging.Logger;

/// Tells the other replicas by the database who is connected here, and finds out who is connected there. A replica that has died without a word is missed
/// once its lease is over; what an event did not tell is found by comparing what watchers were told with the table.
@ApplicationScoped
class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(5);

    private final Presence presence;
    private final LeaseTable table;
    private final Replica replica;
    private final Steady work = new Steady("presence-leases", this::work);
    private long compared = System.nanoTime() - COMPARE_EVERY.toNanos();
    private Set<UUID> others = Set.of();

    Leases(Presence presence, LeaseTable table, Replica replica) {
        this.presence = presence;
        this.table = table;
        this.replica = replica;
    }

    void start(@ObservesAsync Listening event) {
        if (replica.hasPeers()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private void work() throws InterruptedException {
        bringUpToDate();
        Thread.sleep(TURN);
    }

    private void bringUpToDate() {
        try {
            if (System.nanoTime() - compared > COMPARE_EVERY.toNanos()) {
                compared = System.nanoTime();
                if (table.live()) {
                    presence.unsettleAll();
                }
                compare();
            }
            settle();
            presence.lookAgain();
        } catch (RuntimeException e) {
            LOG.debugf("The leases could not be brought up to date: %s", e.getMessage());
        }
    }

    /// With a replica that has gone, or is back, people have.
    private void compare() {
        var present = table.others();
        var changed = Stream.concat(others.stream().filter(Predicate.not(present::contains)), present.stream().filter(Predicate.not(others::contains))).toList();
        presence.compare(table.people(changed));
        others = present;
    }

    /// Writes down who has come and gone, all of them at once. What fails is tried again.
    private void settle() {
        var unsettled = presence.unsettled();
        if (unsettled.isEmpty()) {
            return;
        }
        try {
            var here = unsettled.stream().filter(presence::isHere).toList();
            var gone = unsettled.stream().filter(Predicate.not(presence::isHere)).toList();
            if (!here.isEmpty()) {
                table.hold(here);
            }
            if (!gone.isEmpty()) {
                table.release(gone);
                // After the release is committed: of two replicas that release at once, the later one sees that nobody is left.
                var elsewhere = table.elsewhere(gone);
                presence.gone(gone.stream().filter(Predicate.not(elsewhere::contains)).collect(Collectors.toUnmodifiableSet()));
            }
        } catch (RuntimeException e) {
            presence.unsettle(unsettled);
            throw e;
        }
    }
}
