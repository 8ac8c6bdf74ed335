package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final List<String> written = new ArrayList<>();
    private final List<UniEmitter<? super Void>> unfinished = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Outbox outbox = new Outbox(this::write, failures::incrementAndGet);

    @Test
    void oneWriteIsInFlightAndTheRestWaitInOrder() {
        IntStream.range(0, 3).forEach(i -> outbox.offer("frame " + i));
        assertThat(written).containsExactly("frame 0");

        unfinished.removeFirst().complete(null);
        unfinished.removeFirst().complete(null);

        assertThat(written).containsExactly("frame 0", "frame 1", "frame 2");
    }

    @Test
    void aFullQueueTakesNothingMore() {
        outbox.offer("in flight");
        IntStream.range(0, Outbox.CAPACITY).forEach(i -> assertThat(outbox.offer("waiting")).isTrue());

        assertThat(outbox.offer("too much")).isFalse();
    }

    @Test
    void afterAFailedWriteNothingIsWrittenAnyMore() {
        outbox.offer("in flight");
        outbox.offer("waiting");

        unfinished.removeFirst().fail(new java.io.IOException("gone"));

        assertThat(failures).hasValue(1);
        assertThat(outbox.offer("late")).isTrue();
        assertThat(written).containsExactly("in flight");
    }

    private Uni<Void> write(String frame) {
        written.add(frame);
        return Uni.createFrom().emitter(unfinished::add);
    }
}
