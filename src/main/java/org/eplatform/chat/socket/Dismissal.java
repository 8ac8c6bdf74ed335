package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.replica.CutOff;
import org.eplatform.chat.user.SessionEnded;

/// Closes the connections of those whose session has ended, and of all when this replica was cut off from the others.
@ApplicationScoped
class Dismissal {

    private final AtomicLong count = new AtomicLong();
    private final Connections connections;

    Dismissal(Connections connections) {
        this.connections = connections;
    }

    void dismiss(@Observes SessionEnded ended) {
        count.incrementAndGet();
        connections.close(ended::concerns, closeCode(ended));
    }

    /// Nobody may stay who may have missed something.
    void sendElsewhere(@Observes CutOff cutOff) {
        connections.close(_ -> true, CloseCode.OVERLOADED);
    }

    private static CloseCode closeCode(SessionEnded ended) {
        return switch (ended) {
            case SessionEnded.Kicked _, SessionEnded.LoggedOut _ -> CloseCode.UNAUTHENTICATED;
            case SessionEnded.Disabled _ -> CloseCode.FORBIDDEN;
        };
    }

    /// How often somebody was dismissed. A connection that opens meanwhile is passed over, and has to look again when this has changed.
    long count() {
        return count.get();
    }
}
