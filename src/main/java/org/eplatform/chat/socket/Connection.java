package org.eplatform.chat.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.UserId;
import org.jboss.logging.Logger;

/// One open socket of one person: its bounded queues in both directions, and whom it watches.
final class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final UUID id = UUID.randomUUID();
    private final WebSocketConnection socket;
    private final Mailbox inbound;
    private final Outbox outbound;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile State state = new State.Opening();

    /// Nobody is known on a connection until its opening has read the database.
    sealed interface State {

        record Opening() implements State {}

        record Open(UserId user, Set<UserId> watched) implements State {}

        record Closed() implements State {}
    }

    Connection(WebSocketConnection socket, Executor executor) {
        this.socket = socket;
        inbound = new Mailbox(executor);
        outbound = new Outbox(socket::sendText, () -> close(CloseCode.INTERNAL));
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    /// Work that this connection asked for. Too much of it ends the connection: the event loop never waits for one of them.
    void work(Runnable work) {
        if (!closing.get() && !inbound.offer(work)) {
            close(CloseCode.TOO_MANY_COMMANDS);
        }
    }

    /// The work that ends it all.
    void lastWork(Runnable work) {
        outbound.close();
        inbound.last(work);
    }

    /// A frame that must not be lost: when there is no room for it, the connection ends and the client reads on from where it was.
    void deliver(String frame) {
        if (!outbound.offer(frame)) {
            close(CloseCode.TOO_SLOW);
        }
    }

    /// A frame that may be lost.
    void mention(String frame) {
        outbound.offer(frame);
    }

    void close(CloseCode code) {
        if (closing.compareAndSet(false, true)) {
            outbound.close();
            socket.close(new CloseReason(code.code())).subscribe().with(_ -> { }, failure -> LOG.debugf("The socket was closed already: %s", failure.getMessage()));
        }
    }
}
