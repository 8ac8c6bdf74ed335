package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final List<String> written = new ArrayList<>();
    private final List<UniEmitter<? super Void>> unfinished = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Outbox outbox = new Outbox(this::write, failures::incrementAndGet);

    @BeforeEach
    void open() {
        outbox.open("welcome");
    }

    @Test
    void whatIsOfferedBeforeTheFirstFrameWaitsBehindIt() {
        var early = new Outbox(this::write, failures::incrementAndGet);
        written.clear();
        early.offer("early");

        early.open("first");
        unfinished.removeLast().complete(null);

        assertThat(written).containsExactly("first", "early");
    }

    @Test
    void oneWriteIsInFlightAndTheRestGoesWithTheNextInOrder() {
        IntStream.range(0, 2).forEach(i -> outbox.offer("frame " + i));
        assertThat(written).containsExactly("welcome");

        unfinished.removeFirst().complete(null);

        assertThat(written).containsExactly("welcome", "frame 0", "frame 1");
    }

    @Test
    void aWriteIsOverWithItsLastFrameAndTakesSoManyAtMost() {
        IntStream.range(0, Outbox.MAX_WRITE + 1).forEach(i -> outbox.offer("frame " + i));
        unfinished.removeFirst().complete(null);

        IntStream.range(0, Outbox.MAX_WRITE).forEach(i -> {
            assertThat(written).hasSize(1 + Outbox.MAX_WRITE);
            unfinished.removeFirst().complete(null);
        });

        assertThat(written).hasSize(2 + Outbox.MAX_WRITE).endsWith("frame " + Outbox.MAX_WRITE);
    }

    @Test
    void aFullQueueTakesNothingMore() {
        IntStream.range(0, Outbox.CAPACITY).forEach(_ -> assertThat(outbox.offer("waiting")).isTrue());

        assertThat(outbox.offer("too much")).isFalse();
    }

    @Test
    void aQueueThatHoldsAMebibyteTakesNothingMore() {
        IntStream.range(0, 8).forEach(_ -> assertThat(outbox.offer("x".repeat(Outbox.MAX_LENGTH / 8))).isTrue());

        assertThat(outbox.offer("too much")).isFalse();
    }

    @Test
    void ofEphemeralFramesOnlyTheLatestOfEachSubjectWaitsAndNoneTakesADurableOnesPlace() {
        IntStream.range(0, 1_000).forEach(i -> outbox.replace("typing", "typing " + i));
        outbox.replace("presence", "here");
        IntStream.range(0, Outbox.CAPACITY).forEach(i -> assertThat(outbox.offer("durable " + i)).isTrue());

        while (!unfinished.isEmpty()) {
            unfinished.removeFirst().complete(null);
        }

        assertThat(written).hasSize(1 + Outbox.CAPACITY + 2).endsWith("typing 999", "here");
    }

    @Test
    void whoWaitsForRoomIsToldWhenHalfOfTheQueueIsFree() throws Exception {
        IntStream.range(0, Outbox.CAPACITY).forEach(_ -> outbox.offer("waiting"));
        var waiting = CompletableFuture.supplyAsync(this::awaitRoom);

        while (!unfinished.isEmpty()) {
            unfinished.removeFirst().complete(null);
        }

        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private boolean awaitRoom() {
        try {
            return outbox.awaitRoom(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afterAFailedWriteNothingIsWrittenAnyMore() {
        outbox.offer("waiting");

        unfinished.removeFirst().fail(new java.io.IOException("gone"));

        assertThat(failures).hasValue(1);
        assertThat(outbox.offer("late")).isTrue();
        assertThat(written).containsExactly("welcome");
    }

    private Uni<Void> write(String frame) {
        written.add(frame);
        return Uni.createFrom().emitter(unfinished::add);
    }
}
