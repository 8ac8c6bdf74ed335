package org.eplatform.chat.socket;

import java.security.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.error.TraceId;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.user.Callers;
import org.jboss.logging.Logger;

/// The life of one connection, step by step, each in its turn: opened, hearing commands, ended. Whatever fails in a command is answered, and
/// the connection goes on.
@ApplicationScoped
class Conversing {

    private static final Logger LOG = Logger.getLogger(Conversing.class);

    private final Callers callers;
    private final Connections connections;
    private final Presence presence;
    private final Epoch epoch;
    private final Commands commands;
    private final Frames frames;
    private final SocketConfig config;

    Conversing(Callers callers, Connections connections, Presence presence, Epoch epoch, Commands commands, Frames frames, SocketConfig config) {
        this.callers = callers;
        this.connections = connections;
        this.presence = presence;
        this.epoch = epoch;
        this.commands = commands;
        this.frames = frames;
        this.config = config;
    }

    void open(Connection connection, Principal caller) {
        try {
            var user = callers.known(caller);
            var welcome = new Reply.Welcome(user, connection.id(), epoch.current(), Instant.now(), config.heartbeat().toSeconds(),
                    new Reply.Limits(MessageText.MAX_CODE_POINTS, config.maxMessageBytes(), Command.MAX_WATCHED));
            connection.deliver(frames.encode(welcome));
            connections.add(user, connection);
            presence.connected(user);
        } catch (RuntimeException e) {
            refuse(connection, null, e);
            connection.close(CloseCode.INTERNAL);
        }
    }

    void hear(Connection connection, String text) {
        switch (connection.state()) {
            case Connection.State.Open open -> {
                switch (frames.decode(text)) {
                    case Frames.Decoded.Ok(var command) -> carryOut(connection, open, command);
                    case Frames.Decoded.Bad(var id, var refusal) -> answer(connection, id, refusal);
                }
            }
            // Its opening failed, so it is on its way out.
            case Connection.State.Opening() -> { }
            case Connection.State.Closed() -> { }
        }
    }

    void end(Connection connection) {
        if (connection.state() instanceof Connection.State.Open open) {
            connections.remove(connection, open);
            presence.disconnected(open.user());
        }
    }

    private void carryOut(Connection connection, Connection.State.Open open, Command command) {
        try {
            commands.carryOut(connection, open, command);
        } catch (RuntimeException e) {
            refuse(connection, command.id(), e);
        }
    }

    private void refuse(Connection connection, String id, RuntimeException failure) {
        var refusal = Refusal.of(failure);
        if (refusal.isOurs()) {
            var traceId = TraceId.random();
            LOG.errorf(failure, "A command failed, traceId=%s", traceId);
            refusal = new Refusal(refusal.code(), "The failure is in the log under traceId " + traceId + ".");
        }
        answer(connection, id, refusal);
    }

    private void answer(Connection connection, String id, Refusal refusal) {
        var retryAfterMs = refusal.code() == ErrorCode.BUSY ? Refusal.RETRY_AFTER.toMillis() : null;
        connection.deliver(frames.encode(new Reply.Refused(id, refusal.code(), refusal.detail(), retryAfterMs)));
    }
}
