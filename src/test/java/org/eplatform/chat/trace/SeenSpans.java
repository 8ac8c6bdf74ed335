package org.eplatform.chat.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// All spans that have ended, as an exporter would get them.
@Singleton
public class SeenSpans implements SpanProcessor {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    public List<SpanData> all() {
        return List.copyOf(ended);
    }

    /// The one such span of this trace. An answer comes before its span has ended.
    public SpanData await(String trace, String name) {
        return await(name + " in " + trace, span -> span.getTraceId().equals(trace) && span.getName().equals(name));
    }

    public SpanData await(String what, Predicate<SpanData> wanted) {
        Awaitility.await(what).atMost(Duration.ofSeconds(10)).until(() -> ended.stream().anyMatch(wanted));
        var found = ended.stream().filter(wanted).toList();
        assertThat(found).as(what).hasSize(1);
        return found.getFirst();
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }
}
