package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.presence.Announced;
import org.eplatform.chat.presence.Announced.Audience;

/// Brings what happened to the connections that are to know. A frame is encoded once, however many get it.
@ApplicationScoped
class Delivery {

    private final Connections connections;
    private final Frames frames;

    Delivery(Connections connections, Frames frames) {
        this.connections = connections;
        this.frames = frames;
    }

    void deliver(@Observes Committed committed) {
        var frame = frames.encode(committed.event());
        committed.recipients().forEach(user -> connections.of(user).forEach(connection -> connection.deliver(frame)));
    }

    void mention(@Observes Announced announced) {
        var frame = frames.encode(announced.event());
        Stream<Connection> audience = switch (announced.audience()) {
            case Audience.People(var users) -> users.stream().flatMap(user -> connections.of(user).stream());
            case Audience.Watchers(var user) -> connections.watching(user).stream();
        };
        audience.forEach(connection -> connection.mention(frame));
    }
}
