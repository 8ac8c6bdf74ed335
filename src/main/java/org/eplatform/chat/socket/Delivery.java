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

/// Brings what happened to the connections that are to know. A frame is encoded once, however many get it.
@ApplicationScoped
class Delivery {

    private final Connections connections;
    private final Heads heads;
    private final Repair repair;
    private final Frames frames;

    Delivery(Connections connections, Heads heads, Repair repair, Frames frames) {
        this.connections = connections;
        this.heads = heads;
        this.repair = repair;
        this.frames = frames;
    }

    void deliver(@Observes Committed committed) {
        var conversation = committed.conversation();
        heads.with(conversation, committed.before(), (head, isNew) -> {
            if (!committed.events().isEmpty()) {
                head.know(committed.events().getLast().version());
            }
            if (head.isRepairing()) {
                return;
            }
            if (committed.before() > head.version()) {
                repair.hold(head, committed);
                return;
            }
            if (isNew) {
                committed.retold().forEach(event -> tell(committed.recipients(), event));
            }
            for (var next = committed; next != null; next = head.nextHeld()) {
                advance(head, next);
            }
        });
    }

    private void advance(Head head, Committed committed) {
        committed.events().stream().filter(event -> event.version() > head.version()).forEach(event -> {
            tell(committed.recipients(), event);
            head.advance(event.version());
        });
    }

    /// A change by another replica: read, where anybody here is to know.
    void read(@Observes Moved moved) {
        if (concernsSomebodyHere(moved.recipients())) {
            heads.with(moved.conversation(), moved.before(), (head, _) -> {
                head.know(moved.version());
                if (head.isBehind()) {
                    repair.start(moved.conversation(), head);
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
