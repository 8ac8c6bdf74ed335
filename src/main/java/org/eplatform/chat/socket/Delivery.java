package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Stream;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.conversation.Moved;
import org.eplatform.chat.conversation.Recipients;
import org.eplatform.chat.inbox.Added;
import org.eplatform.chat.presence.Announced;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.relay.Moves;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;
import org.eplatform.chat.replica.Replica;

/// Brings what happened to the connections that are to know. A frame is encoded once, however many get it.
@ApplicationScoped
class Delivery {

    private final Connections connections;
    private final Heads heads;
    private final Repair repair;
    private final Moves moves;
    private final Replica replica;
    private final Frames frames;
    /// Redis does: what is left to read there it has lost. PostgreSQL wakes others up, and they read.
    private final boolean relayCarriesChanges;

    Delivery(Connections connections, Heads heads, Repair repair, Moves moves, Replica replica, Frames frames, RelayConfig relay) {
        relayCarriesChanges = relay.kind() == RelayKind.REDIS;
        this.moves = moves;
        this.replica = replica;
        this.connections = connections;
        this.heads = heads;
        this.repair = repair;
        this.frames = frames;
    }

    void deliver(@Observes Committed committed) {
        heads.with(committed.conversation(), committed.before(), (head, isNew) -> {
            if (!committed.events().isEmpty()) {
                head.know(committed.events().getLast().version());
            }
            if (isNew) {
                committed.retold().forEach(event -> tell(committed.recipients(), event));
                if (replica.hasPeers()) {
                    doubt(committed, head);
                }
            }
            if (head.isDoubted()) {
                head.goBack(committed.before());
                head.hold(committed);
            } else if (!head.isRepairing() && committed.before() > head.version()) {
                repair.hold(head, committed);
            } else if (!head.isRepairing()) {
                advance(head, committed);
                advance(head);
            }
        });
    }

    /// Nothing of this conversation was delivered here of late, so it is not known whether what other replicas did before this was. The table of moves has it:
    /// whoever committed this held the conversation's lock after them.
    private void doubt(Committed committed, Head head) {
        head.doubted(true);
        moves.afterNextRead(() -> {
            synchronized (head) {
                head.doubted(false);
                advance(head);
                if (head.isBehind()) {
                    repair.start(committed.conversation(), head);
                }
            }
        });
    }

    private void advance(Head head) {
        for (var next = head.nextHeld(); next != null; next = head.nextHeld()) {
            advance(head, next);
        }
    }

    private void advance(Head head, Committed committed) {
        committed.events().stream().filter(event -> event.version() > head.version()).forEach(event -> {
            tell(committed.recipients(), event);
            head.advance(event.version());
        });
    }

    /// A change by another replica: read, where anybody here is to know. One by this replica is told when it is said to be committed.
    void read(@Observes Moved moved) {
        boolean concernsSomebodyHere = concernsSomebodyHere(moved.recipients());
        if (moved.byThis()) {
            if (concernsSomebodyHere) {
                heads.expect(moved.conversation(), moved.before());
            }
        } else if (!concernsSomebodyHere) {
            heads.forget(moved.conversation());
        } else {
            heads.with(moved.conversation(), moved.before(), (head, _) -> {
                head.know(moved.version());
                if (head.isDoubted()) {
                    head.goBack(moved.before());
                } else if (head.isBehind()) {
                    if (relayCarriesChanges) {
                        repair.fill(moved.conversation(), head);
                    } else {
                        repair.start(moved.conversation(), head);
                    }
                }
            });
        }
    }

    private boolean concernsSomebodyHere(Recipients recipients) {
        return switch (recipients) {
            case Recipients.Named(var users) -> users.stream().anyMatch(user -> !connections.of(user).isEmpty());
            case Recipients.Many() -> true;
        };
    }

    private void tell(Set<UserId> recipients, DurableEvent event) {
        connections.deliver(recipients, frames.encode(event));
    }

    void add(@Observes Added added) {
        var view = added.conversation();
        tell(Set.of(added.user()), new DurableEvent.ConversationChanged(view.id(), view.version(), view));
    }

    void mention(@Observes Announced announced) {
        var event = announced.event();
        var frame = frames.encode(event);
        Stream<Connection> audience = switch (announced) {
            case Announced.Writing(var readers, _) -> readers.stream().flatMap(user -> connections.of(user).stream());
            case Announced.Moving(var moved) -> connections.watching(moved.userId()).stream();
        };
        audience.forEach(connection -> connection.mention(event.subject(), frame));
    }
}
