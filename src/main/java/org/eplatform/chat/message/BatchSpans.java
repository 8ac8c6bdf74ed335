package org.eplatform.chat.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.List;
import org.eplatform.chat.trace.Traces;

/// The span of a batch, which has many causes: it belongs to the trace of the first write in it that is traced, and links to all of these. So it is there whenever
/// one of its writes is followed, however few are.
@Singleton
class BatchSpans {

    private static final int MAX_LINKS = 32;

    private final Traces traces;

    BatchSpans(Traces traces) {
        this.traces = traces;
    }

    /// Ends the span, unless nobody looks.
    interface BatchSpan extends AutoCloseable {

        /// All of it is in the database, and now it is told.
        void committed();

        @Override
        void close();
    }

    static final BatchSpan NONE = new BatchSpan() {

        @Override
        public void committed() { }

        @Override
        public void close() { }
    };

    /// While it is open it is the current one of this thread: what is logged and measured there names it.
    BatchSpan of(List<Lane.Waiting> batch) {
        if (!traces.areOn()) {
            return NONE;
        }
        var askers = batch.stream().map(Lane.Waiting::asker).filter(SpanContext::isSampled).limit(MAX_LINKS).toList();
        return askers.isEmpty() ? NONE : begin(askers, batch.size());
    }

    private BatchSpan begin(List<SpanContext> askers, int size) {
        var builder = traces.span("chat.batch").setParent(Context.root().with(Span.wrap(askers.getFirst()))).setAttribute("chat.batch.size", size);
        askers.forEach(builder::addLink);
        var span = builder.startSpan();
        var scope = span.makeCurrent();
        return new BatchSpan() {

            private boolean committed;

            @Override
            public void committed() {
                committed = true;
                span.addEvent("committed");
            }

            @Override
            public void close() {
                if (!committed) {
                    span.setStatus(StatusCode.ERROR);
                }
                scope.close();
                span.end();
            }
        };
    }
}
