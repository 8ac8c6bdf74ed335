package org.eplatform.chat.socket;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.trace.Traces;

/// The span of a command: from when it was heard until it is answered. It goes on with the client's trace when the frame has a `traceparent`.
@Singleton
class CommandSpans {

    private final Traces traces;
    private final Frames frames;

    CommandSpans(Traces traces, Frames frames) {
        this.traces = traces;
        this.frames = frames;
    }

    /// `text` is the frame that the command came in.
    Span begin(Command command, String text) {
        if (!traces.areOn()) {
            return Span.getInvalid();
        }
        return traces.span(name(command)).setSpanKind(SpanKind.SERVER).setParent(Traces.of(frames.traceparent(text))).startSpan();
    }

    /// Notes why a command was refused. What is the caller's fault is no failure of the service.
    static void refused(Span span, Refusal refusal) {
        span.setAttribute("error.type", refusal.code().wireName());
        if (refusal.isOurs()) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    private static String name(Command command) {
        return switch (command) {
            case Command.SendMessage _ -> "chat.message.send";
            case Command.EditMessage _ -> "chat.message.edit";
            case Command.DeleteMessage _ -> "chat.message.delete";
            case Command.SetMarker _ -> "chat.marker.set";
            case Command.SetTyping _ -> "chat.typing";
            case Command.WatchPresence _ -> "chat.presence.watch";
            case Command.Synchronise _ -> "chat.sync";
            case Command.RenewToken _ -> "chat.token.renew";
            case Command.Ping _ -> "chat.ping";
        };
    }
}
