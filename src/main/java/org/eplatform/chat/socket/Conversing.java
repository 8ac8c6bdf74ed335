package org.eplatform.chat.socket;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.ArrivingCaller;
import org.eplatform.chat.user.Callers;
import org.jboss.logging.Logger;

/// The life of one connection, step by step: opened, hearing commands, ended. Whatever fails in a command is answered, and the connection goes on.
@ApplicationScoped
class Conversing {

    private static final Logger LOG = Logger.getLogger(Conversing.class);

    private final Openings openings;
    private final Callers callers;
    private final Connections connections;
    private final Presence presence;
    private final Dismissal dismissal;
    private final Epoch epoch;
    private final Commands commands;
    private final Frames frames;
    private final Answers answers;
    private final CommandSpans spans;
    private final Audit audit;
    private final SocketConfig config;

    Conversing(Openings openings, Callers callers, Connections connections, Presence presence, Dismissal dismissal, Epoch epoch, Commands commands, Frames frames,
            Answers answers, CommandSpans spans, Audit audit, SocketConfig config) {
        this.spans = spans;
        this.openings = openings;
        this.audit = audit;
        this.callers = callers;
        this.connections = connections;
        this.presence = presence;
        this.dismissal = dismissal;
        this.epoch = epoch;
        this.commands = commands;
        this.frames = frames;
        this.answers = answers;
        this.config = config;
    }

    void open(Connection connection, ArrivingCaller caller) {
        if (!openings.inTurn(() -> enter(connection, caller))) {
            connection.close(CloseCode.OVERLOADED);
        }
        caller.forget();
    }

    /// Registers first and welcomes after, so that no event falls between what the client reads after its welcome and what it is told.
    private void enter(Connection connection, ArrivingCaller caller) {
        try {
            long dismissals = dismissal.count();
            var authenticated = callers.authenticated(caller);
            var welcome = frames.encode(welcome(connection, authenticated.user()));
            if (!connections.add(authenticated, connection)) {
                connection.close(CloseCode.TOO_MANY_CONNECTIONS);
                return;
            }
            connection.welcome(welcome);
            presence.connected(authenticated.user());
            if (dismissal.count() != dismissals) {
                callers.authenticated(caller);
            }
        } catch (RuntimeException e) {
            var refusal = Refusal.of(e);
            switch (refusal.code()) {
                case ErrorCode.UNAUTHENTICATED -> audit.record(new AuditEvent.LoginRefused(refusal.detail(), null));
                case ErrorCode.USER_DISABLED -> { }
                default -> LOG.warnf("A connection could not be opened: %s", e);
            }
            connection.close(closeCode(refusal));
        }
    }

    private Reply.Welcome welcome(Connection connection, UserId user) {
        return new Reply.Welcome(user, connection.id(), epoch.current(), Instant.now(), config.heartbeat().toSeconds(),
                new Reply.Limits(MessageText.MAX_CODE_POINTS, config.maxMessageBytes(), Command.MAX_WATCHED));
    }

    private static CloseCode closeCode(Refusal refusal) {
        return switch (refusal.code()) {
            case ErrorCode.UNAUTHENTICATED -> CloseCode.UNAUTHENTICATED;
            case ErrorCode.USER_DISABLED -> CloseCode.FORBIDDEN;
            case ErrorCode.BUSY -> CloseCode.OVERLOADED;
            default -> CloseCode.INTERNAL;
        };
    }

    void hear(Connection connection, String text) {
        switch (connection.state()) {
            case Connection.State.Open open -> {
                switch (frames.decode(text)) {
                    case Frames.Decoded.Ok(var command) -> carryOut(connection, open, command, spans.begin(command, text));
                    case Frames.Decoded.Bad(var id, var refusal) -> answers.refuse(connection, id, refusal);
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

    private void carryOut(Connection connection, Connection.State.Open open, Command command, Span span) {
        try {
            commands.carryOut(connection, open.user(), command, span);
        } catch (RuntimeException e) {
            answers.refuse(connection, command.id(), e, span);
            span.end();
        }
    }
}
