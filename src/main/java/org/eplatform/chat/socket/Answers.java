package org.eplatform.chat.socket;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.error.TraceId;
import org.eplatform.chat.protocol.Reply;
import org.jboss.logging.Logger;

/// Answers one connection. A failure is told in the words of [Refusal], and never ends the connection.
@ApplicationScoped
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Frames frames;

    Answers(Frames frames) {
        this.frames = frames;
    }

    void answer(Connection connection, Reply reply) {
        connection.deliver(frames.encode(reply));
    }

    /// `id` is the command's, or null; `span` is where it is followed.
    Refusal refuse(Connection connection, String id, Throwable failure, Span span) {
        var refusal = Refusal.of(failure);
        if (refusal.isOurs()) {
            var traceId = TraceId.of(span);
            LOG.errorf(failure, "A command failed, traceId=%s", traceId);
            refusal = new Refusal(refusal.code(), "The failure is in the log under traceId " + traceId + ".");
        }
        CommandSpans.refused(span, refusal);
        refuse(connection, id, refusal);
        return refusal;
    }

    void refuse(Connection connection, String id, Refusal refusal) {
        answer(connection, new Reply.Refused(id, refusal.code(), refusal.detail(), refusal.retryAfterMs(), refusal.limit()));
    }
}
