package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.trace.SeenSpans;
import org.eplatform.chat.trace.Traced;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Traced.class)
class BatchSpansTest {

    @Inject
    BatchSpans batches;

    @Inject
    SeenSpans spans;

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void aBatchIsInTheTraceOfTheFirstThatIsFollowedAndLinksToAllOfThese() {
        try (var span = batches.of(List.of(waiting(1, false), waiting(2, true), waiting(3, false), waiting(4, true)))) {
            span.committed();
        }

        var batch = spans.await(trace, "chat.batch");
        assertThat(batch.getParentSpanId()).isEqualTo(id(2));
        assertThat(batch.getLinks()).extracting(link -> link.getSpanContext().getSpanId()).containsExactly(id(2), id(4));
        assertThat(batch.getAttributes().asMap().values()).containsExactly(4L);
    }

    @Test
    void oneThatIsLargeLinksToSoManyAtMost() {
        try (var span = batches.of(IntStream.rangeClosed(1, 256).mapToObj(i -> waiting(i, true)).toList())) {
            span.committed();
        }

        assertThat(spans.await(trace, "chat.batch").getLinks()).extracting(LinkData::getSpanContext).hasSize(32);
    }

    @Test
    void whereNobodyIsFollowedThereIsNone() {
        try (var span = batches.of(new ArrayList<>(List.of(waiting(1, false), waiting(0, SpanContext.getInvalid()))))) {
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
            span.committed();
        }

        assertThat(spans.all()).noneMatch(span -> span.getTraceId().equals(trace));
    }

    @Test
    void oneThatIsNotCommittedIsAFailure() {
        try (var span = batches.of(List.of(waiting(1, true)))) {
            assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(trace);
        }

        assertThat(spans.await(trace, "chat.batch").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private Lane.Waiting waiting(int number, boolean sampled) {
        return waiting(number, SpanContext.create(trace, id(number), sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault()));
    }

    private static Lane.Waiting waiting(int number, SpanContext asker) {
        return new Lane.Waiting(new Write.Mark(new ConversationId(new UUID(0, 1)), new UserId("alice"), number, 0), asker, _ -> { });
    }

    private static String id(int number) {
        return "%016x".formatted(number);
    }
}
