package org.eplatform.chat.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eplatform.chat.conversation.Moved;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.Replica;
import org.jboss.logging.Logger;

/// Reads which conversations other replicas have changed: at once when it is woken, and every few seconds in case nobody woke it.
@ApplicationScoped
class Moves {

    private static final Logger LOG = Logger.getLogger(Moves.class);

    private final MoveTable table;
    private final RelayConfig config;
    private final Replica replica;
    private final Event<Moved> moved;
    private final Semaphore wakes = new Semaphore(0);
    private Thread thread;

    Moves(MoveTable table, RelayConfig config, Replica replica, Event<Moved> moved) {
        this.table = table;
        this.config = config;
        this.replica = replica;
        this.moved = moved;
    }

    void start(@Observes StartupEvent event) {
        if (replica.hasPeers()) {
            thread = Thread.ofVirtual().name("relay-moves").start(this::follow);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void wake() {
        wakes.release();
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                table.read().forEach(moved::fire);
                table.trim();
                wakes.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debugf("The moves could not be read: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
