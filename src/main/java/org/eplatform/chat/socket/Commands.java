package org.eplatform.chat.socket;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.message.Outcome;
import org.eplatform.chat.message.Write;
import org.eplatform.chat.message.Writer;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.presence.Typing;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.UserId;

/// Carries out one command of one connection, and answers it. Writes go to the [Writer], which answers later; what reads the database goes to the
/// connection's mailbox. Nothing waits here.
@ApplicationScoped
class Commands {

    private final Conversations conversations;
    private final Writer writer;
    private final Typing typing;
    private final Presence presence;
    private final Connections connections;
    private final Resume resume;
    private final Renewal renewal;
    private final Answers answers;
    private final Frames frames;
    private final Limits limits;

    private record Place(UserId user, ConversationId conversation) {}

    Commands(Conversations conversations, Writer writer, Typing typing, Presence presence, Connections connections, Resume resume, Renewal renewal,
            Answers answers, Frames frames, Limits limits) {
        this.conversations = conversations;
        this.writer = writer;
        this.typing = typing;
        this.presence = presence;
        this.connections = connections;
        this.resume = resume;
        this.renewal = renewal;
        this.answers = answers;
        this.frames = frames;
        this.limits = limits;
    }

    /// `span` ends with the answer.
    void carryOut(Connection connection, UserId user, Command command, Span span) {
        switch (command) {
            case Command.SendMessage send -> write(connection, send, span, new Write.Send(send.conversationId(), user, send.clientId(), send.body(), send.replyTo()));
            case Command.EditMessage edit -> write(connection, edit, span, new Write.Edit(edit.conversationId(), user, edit.messageId(), edit.body()));
            case Command.DeleteMessage delete -> write(connection, delete, span, new Write.Delete(delete.conversationId(), user, delete.messageId()));
            case Command.SetMarker marker -> write(connection, marker, span, new Write.Mark(marker.conversationId(), user, orZero(marker.readSeq()), orZero(marker.deliveredSeq())));
            case Command.SetTyping set -> type(connection, user, set, span);
            case Command.WatchPresence watch -> later(connection, watch, span, () -> watch(connection, watch));
            case Command.Synchronise sync -> reading(connection, sync, span, () -> resume.from(connection, user, sync));
            case Command.RenewToken renew -> work(connection, renew, span, () -> answers.answer(connection, new Reply.Renewed(renew.id(), renewal.renew(connection, renew.token()))));
            case Command.Ping ping -> work(connection, ping, span, () -> answers.answer(connection, new Reply.Pong(ping.id(), Instant.now())));
        }
    }

    private void write(Connection connection, Command command, Span span, Write write) {
        if (connection.asked()) {
            writer.submit(write, span.getSpanContext(), outcome -> {
                connection.answered();
                answer(connection, command, span, outcome);
                span.end();
            });
        } else {
            span.end();
        }
    }

    private void answer(Connection connection, Command command, Span span, Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(var message, var duplicate) -> answers.answer(connection, new Reply.Stored(command.id(), message.conversationId(), message.id(),
                    message.seq(), message.version(), message.createdAt(), duplicate));
            case Outcome.Changed(var message) -> answers.answer(connection, new Reply.Changed(command.id(), message.conversationId(), message.id(), message.version()));
            case Outcome.Marked() -> done(connection, command);
            case Outcome.Refused(var reason) -> answers.refuse(connection, command.id(), reason, span);
        }
    }

    private void later(Connection connection, Command command, Span span, Runnable work) {
        reading(connection, command, span, () -> {
            work.run();
            done(connection, command);
        });
    }

    private void reading(Connection connection, Command command, Span span, Runnable work) {
        long question = connection.patience().ask();
        work(connection, command, span, () -> {
            if (connection.patience().isOver(question)) {
                CommandSpans.refused(span, Refusal.busy());
                answers.refuse(connection, command.id(), Refusal.busy());
                return;
            }
            try {
                work.run();
            } catch (RuntimeException e) {
                if (answers.refuse(connection, command.id(), e, span).code() == ErrorCode.BUSY) {
                    connection.patience().giveUp();
                }
            }
        });
    }

    private void work(Connection connection, Command command, Span span, Runnable work) {
        boolean taken = connection.work(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                answers.refuse(connection, command.id(), e, span);
            } finally {
                span.end();
            }
        });
        if (!taken) {
            span.end();
        }
    }

    /// Typing is told for the moment: what is too often is left out, and only who asked for an answer hears of it.
    private void type(Connection connection, UserId user, Command.SetTyping set, Span span) {
        try {
            limits.take(RateLimit.TYPING, new Place(user, set.conversationId()));
        } catch (RateLimited tooOften) {
            var refusal = Refusal.of(tooOften);
            CommandSpans.refused(span, refusal);
            span.end();
            if (set.id() != null) {
                answers.refuse(connection, set.id(), refusal);
            }
            return;
        }
        later(connection, set, span, () -> typing.set(conversations.enter(user, set.conversationId()), set.active()));
    }

    /// Watches first and reads after, so that nobody comes or goes unnoticed in between.
    private void watch(Connection connection, Command.WatchPresence watch) {
        var people = Set.copyOf(watch.userIds());
        connections.watch(connection, people);
        presence.tell(people, status -> {
            var event = new EphemeralEvent.Presence(status.userId(), status.online(), status.lastActive());
            connection.mention(event.subject(), frames.encode(event));
        });
    }

    private void done(Connection connection, Command command) {
        if (command.id() != null) {
            answers.answer(connection, new Reply.Done(command.id()));
        }
    }

    private static long orZero(Long seq) {
        return seq == null ? 0 : seq;
    }
}
