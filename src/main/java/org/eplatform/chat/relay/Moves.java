package org.eplatform.chat.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eplatform.chat.conversation.Moved;
import org.eplatform.chat.conversation.Recipients;
import org.eplatform.chat.database.Numbered;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.replica.CutOff;
import org.eplatform.chat.replica.Listening;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.Replica;
import org.eplatform.chat.replica.Steady;
import org.eplatform.chat.user.EndedSessionTable;
import org.jboss.logging.Logger;

/// Reads what replicas have written down, which conversations they changed and whose sessions they ended: at once when it is woken, and every few
/// seconds in case nobody woke it.
@ApplicationScoped
public class Moves {

    private static final Logger LOG = Logger.getLogger(Moves.class);

    /// Far longer than a replica may be cut off.
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration GATHERING = Duration.ofMillis(10);
    private static final Duration CUT_OFF_AFTER = Duration.ofSeconds(10);

    private final Numbered<Moved> table;
    private final EndedSessionTable ended;
    private final RelayConfig config;
    private final Replica replica;
    private final Event<Moved> moved;
    private final Event<CutOff> cutOff;
    private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
    private final Semaphore wakes = new Semaphore(0);
    private long lastRead = System.nanoTime();
    private boolean isCutOff;
    private final Steady work = new Steady("relay-moves", this::work);

    Moves(Queries queries, EndedSessionTable ended, RelayConfig config, Replica replica, Event<Moved> moved, Event<CutOff> cutOff) {
        table = new Numbered<>(queries, "relay_move", "id, replica, conversation_id, before, version, recipients", this::moved);
        this.ended = ended;
        this.config = config;
        this.replica = replica;
        this.moved = moved;
        this.cutOff = cutOff;
    }

    private Moved moved(ResultSet row) throws SQLException {
        return new Moved(new ConversationId(row.getObject(3, UUID.class)), Recipients.of(row.getString(6)), row.getLong(4), row.getLong(5),
                row.getObject(2, UUID.class).equals(replica.id()));
    }

    void start(@Observes StartupEvent event) {
        if (replica.hasPeers()) {
            // Before anybody can connect: what is committed from here on is theirs to know.
            table.read(_ -> { });
        }
    }

    void begin(@ObservesAsync Listening event) {
        if (replica.hasPeers()) {
            // The rest of the start was no silence of the database.
            lastRead = System.nanoTime();
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /// Does this once all is told that was committed until now by others.
    public void afterNextRead(Runnable work) {
        afterwards.add(work);
        wake();
    }

    void wake() {
        wakes.release();
    }

    private void work() throws InterruptedException {
        read();
        // What comes within this time is read together, while there is much.
        Thread.sleep(GATHERING);
        wakes.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        wakes.drainPermits();
    }

    private void read() {
        var done = new ArrayList<Runnable>();
        try {
            for (var work = afterwards.poll(); work != null; work = afterwards.poll()) {
                done.add(work);
            }
            table.read(moved::fire);
            done.forEach(Runnable::run);
            done.clear();
            ended.read();
            noteSilence(true);
            table.trim(KEPT);
        } catch (RuntimeException e) {
            LOG.debugf("What other replicas did could not be read: %s", e.getMessage());
            afterwards.addAll(done);
            noteSilence(false);
        }
    }

    /// Once for each time; after a pause of the whole process too, which no failure has shown.
    private void noteSilence(boolean isOver) {
        boolean wasLong = System.nanoTime() - lastRead > CUT_OFF_AFTER.toNanos();
        if (wasLong && !isCutOff) {
            LOG.warnf("The database has not answered for %s: whoever is connected here is told to go elsewhere", CUT_OFF_AFTER);
            isCutOff = true;
            cutOff.fire(new CutOff());
        }
        if (isOver) {
            lastRead = System.nanoTime();
            isCutOff = false;
        }
    }
}
