package org.eplatform.chat.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Begins the spans that are ours; the framework makes those of REST calls. While traces are off there are none, and [Span#getInvalid] stands in for each.
@Singleton
public class Traces {

    private static final String FIELD = "traceparent";

    /// Reads the one field there is.
    private static final TextMapGetter<String> VALUE = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(FIELD);
        }

        @Override
        public String get(String traceparent, String field) {
            return FIELD.equals(field) ? traceparent : null;
        }
    };

    private final boolean on;
    private final Instance<Tracer> tracer;

    /// Whether there is a tracer does not tell: a disabled SDK has one that makes spans for nobody.
    Traces(@ConfigProperty(name = OnceExporterIsNamed.SWITCH) boolean off, Instance<Tracer> tracer) {
        on = !off;
        this.tracer = tracer;
    }

    public boolean areOn() {
        return on;
    }

    /// A span of this name; only while traces are on.
    public SpanBuilder span(String name) {
        return tracer.get().spanBuilder(name);
    }

    /// The context that a `traceparent` names (W3C Trace Context, 3.2), or the root where it is null or malformed: then a new trace begins.
    public static Context of(String traceparent) {
        return traceparent == null ? Context.root() : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, VALUE);
    }
}
