package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final SQLException GONE = new SQLException("An I/O error occurred while sending to the backend.", "08006");
    private static final SQLException BROKEN = new SQLException("broken", "22000");
    private static final Write.Mark POISON = write(666);
    private static final SpanContext NOBODY = SpanContext.getInvalid();

    private final List<List<Write>> batches = new CopyOnWriteArrayList<>();
    private final List<Boolean> again = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private Lane lane;

    @AfterEach
    void stop() {
        blocked.countDown();
        lane.stop();
    }

    @Test
    void whileOneBatchCommitsTheNextGathers() throws Exception {
        lane(this::firstBlocks, 100);
        var first = offer(write(0));
        started.await();
        var others = IntStream.rangeClosed(1, 20).mapToObj(i -> offer(write(i))).toList();

        blocked.countDown();

        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        assertThat(first).isCompleted();
        assertThat(batches).extracting(List::size).containsExactly(1, 20);
    }

    @Test
    void aFullLaneTakesNothingMore() throws Exception {
        lane(this::firstBlocks, 5);
        offer(write(0));
        started.await();
        IntStream.range(0, 5).forEach(i -> offer(write(i)));

        assertThat(lane.offer(write(9), NOBODY, _ -> { })).isFalse();
        assertThat(metrics.counter("chat.queue.overflows", "queue", "lane").count()).isEqualTo(1);
    }

    @Test
    void p1AnAmbiguousCommitIsRunAgainUntilItsFateIsKnown() throws Exception {
        lane((writes, again) -> {
            if (batches.size() < 3) {
                throw GONE;
            }
            return marked(writes);
        }, 100);

        var outcome = offer(write(1)).get(5, TimeUnit.SECONDS);

        assertThat(outcome).isInstanceOf(Outcome.Marked.class);
        assertThat(again).containsExactly(false, true, true);
        assertThat(metrics.get("chat.commit").timer().count()).as("tries that failed are no commits").isEqualTo(1);
    }

    @Test
    void aDatabaseThatStaysAwayIsAnsweredBusyWithinThePatienceForThoseBehindToo() throws Exception {
        lane((writes, again) -> {
            started.countDown();
            throw GONE;
        }, 100);
        var first = offer(write(1));
        started.await();

        var behind = offer(write(2));

        assertThat(code(first.get(5, TimeUnit.SECONDS))).isEqualTo(ErrorCode.BUSY);
        assertThat(code(behind.get(5, TimeUnit.SECONDS))).isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void whatWasGivenUpInDoubtIsLookedAtAgainWhenItIsSentAgain() throws Exception {
        lane((writes, again) -> {
            if (batches.size() == 1) {
                throw new SQLException("Read timed out", "08006");
            }
            return marked(writes);
        }, 100, Duration.ZERO);
        offer(write(1)).get(5, TimeUnit.SECONDS);

        offer(write(1)).get(5, TimeUnit.SECONDS);

        assertThat(again).containsExactly(false, true);
    }

    @Test
    void poisonFailsAloneAndTheOthersAreWritten() throws Exception {
        lane((writes, again) -> {
            if (batches.size() == 1) {
                return firstBlocks(writes, again);
            }
            if (writes.contains(POISON)) {
                throw BROKEN;
            }
            return marked(writes);
        }, 100);
        offer(write(0));
        started.await();
        var good = List.of(offer(write(1)), offer(write(2)));
        var bad = offer(POISON);

        blocked.countDown();

        assertThat(code(bad.get(5, TimeUnit.SECONDS))).isEqualTo(ErrorCode.INTERNAL);
        assertThat(good).allSatisfy(outcome -> assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Marked.class));
    }

    @Test
    void whatWasTakenBeforeTheStopIsWritten() throws Exception {
        lane(this::firstBlocks, 100);
        offer(write(0));
        started.await();
        var last = offer(write(1));
        var stopping = Thread.startVirtualThread(lane::stop);

        blocked.countDown();

        assertThat(stopping.join(Duration.ofSeconds(5))).isTrue();
        assertThat(last).isCompleted();
    }

    private void lane(Lane.Transaction transaction, int capacity) {
        lane(transaction, capacity, Duration.ofMillis(500));
    }

    private void lane(Lane.Transaction transaction, int capacity, Duration patience) {
        lane = new Lane(0, new Settings(capacity, patience), (writes, retried) -> {
            batches.add(List.copyOf(writes));
            again.add(retried);
            return transaction.run(writes, retried);
        }, _ -> { }, new WriteMeters(metrics, new Overflows(metrics)), _ -> BatchSpans.NONE);
        lane.start();
    }

    private Lane.Done firstBlocks(List<Write> writes, boolean again) {
        started.countDown();
        try {
            blocked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return marked(writes);
    }

    private CompletableFuture<Outcome> offer(Write write) {
        var outcome = new CompletableFuture<Outcome>();
        assertThat(lane.offer(write, NOBODY, outcome::complete)).isTrue();
        return outcome;
    }

    private static Lane.Done marked(List<Write> writes) {
        return new Lane.Done(writes.stream().<Outcome>map(_ -> new Outcome.Marked()).toList(), List.of());
    }

    private static Write.Mark write(long seq) {
        return new Write.Mark(new ConversationId(new UUID(0, 1)), new UserId("alice"), seq, seq);
    }

    private static ErrorCode code(Outcome outcome) {
        return Refusal.of(((Outcome.Refused) outcome).reason()).code();
    }

    private record Settings(int laneCapacity, Duration patience) implements WriterConfig {

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public int batchSize() {
            return 256;
        }

        @Override
        public Duration gathering() {
            return Duration.ofMillis(1);
        }
    }
}
