package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.conversation.Markers;
import org.eplatform.chat.message.Messages;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.presence.Typing;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;

/// Carries out one command of one connection, and answers it.
@ApplicationScoped
class Commands {

    private final Conversations conversations;
    private final Messages messages;
    private final Markers markers;
    private final Typing typing;
    private final Presence presence;
    private final Connections connections;
    private final Frames frames;

    Commands(Conversations conversations, Messages messages, Markers markers, Typing typing, Presence presence, Connections connections, Frames frames) {
        this.conversations = conversations;
        this.messages = messages;
        this.markers = markers;
        this.typing = typing;
        this.presence = presence;
        this.connections = connections;
        this.frames = frames;
    }

    void carryOut(Connection connection, Connection.State.Open state, Command command) {
        switch (command) {
            case Command.SendMessage send -> send(connection, state.user(), send);
            case Command.SetMarker marker -> {
                markers.raise(conversations.enter(state.user(), marker.conversationId()), marker.readSeq(), marker.deliveredSeq());
                done(connection, marker);
            }
            case Command.SetTyping set -> {
                typing.set(conversations.enter(state.user(), set.conversationId()), set.active());
                done(connection, set);
            }
            case Command.WatchPresence watch -> watch(connection, state, watch);
            case Command.Ping ping -> answer(connection, new Reply.Pong(ping.id(), Instant.now()));
        }
    }

    private void send(Connection connection, UserId user, Command.SendMessage send) {
        var access = conversations.enter(user, send.conversationId());
        var sent = messages.send(access, new Messages.Draft(send.clientId(), send.body(), send.replyTo()));
        var message = sent.message();
        answer(connection, new Reply.Stored(send.id(), message.conversationId(), message.id(), message.seq(), message.version(), message.createdAt(),
                sent.duplicate()));
    }

    /// Watches first and reads after, so that nobody comes or goes unnoticed in between.
    private void watch(Connection connection, Connection.State.Open state, Command.WatchPresence watch) {
        var people = Set.copyOf(watch.userIds());
        connections.watch(connection, state, people);
        presence.tell(people, status -> connection.mention(frames.encode(new EphemeralEvent.Presence(status.userId(), status.online(), status.lastActive()))));
        done(connection, watch);
    }

    private void done(Connection connection, Command command) {
        if (command.id() != null) {
            answer(connection, new Reply.Done(command.id()));
        }
    }

    private void answer(Connection connection, Reply reply) {
        connection.deliver(frames.encode(reply));
    }
}
