package org.eplatform.chat.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import org.eplatform.chat.protocol.DurableEvent.MarkerMoved;

/// How far people have read and received. Markers only rise.
@ApplicationScoped
public class Markers {

    private final Event<Committed> committed;

    Markers(Event<Committed> committed) {
        this.committed = committed;
    }

    /// Raises the caller's markers to these `seq`s; null leaves one where it is. Nothing is told when nothing rises.
    public void raise(Access access, Long readSeq, Long deliveredSeq) {
        long read = readSeq == null ? 0 : readSeq;
        long delivered = deliveredSeq == null ? 0 : deliveredSeq;
        QuarkusTransaction.requiringNew().call(() -> inTransaction(access, read, delivered)).ifPresent(committed::fire);
    }

    private static Optional<Committed> inTransaction(Access access, long read, long delivered) {
        var change = Change.begin(access);
        if (!change.mark(read, delivered)) {
            return Optional.empty();
        }
        var moved = new MarkerMoved(access.conversation(), change.version(), access.user(), change.author().readSeq, change.author().deliveredSeq);
        return Optional.of(new Committed(change.recipients(), moved));
    }
}
