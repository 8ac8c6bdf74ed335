package org.eplatform.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.BoundedQueue;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.protocol.ErrorCode;

/// Writing in numbers: what became of the messages that were sent, how large batches are, how long their transactions take, and how long it takes from there until
/// all who are connected here are told. Times are noted once for a batch, not for each message in it. All times are of [System#nanoTime].
@Singleton
@Startup
class WriteMeters {

    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};
    /// In microseconds.
    private static final int[] COMMIT = {1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000};
    private static final int[] DELIVERY = {250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 1_000_000, 2_500_000};

    private final Counter stored;
    private final Counter duplicate;
    private final Counter refused;
    private final Counter busy;
    private final Counter failed;
    private final DistributionSummary size;
    private final Timer commit;
    private final Timer delivery;
    private final Overflows overflows;

    WriteMeters(MeterRegistry metrics, Overflows overflows) {
        this.overflows = overflows;
        stored = sends(metrics, "stored");
        duplicate = sends(metrics, "duplicate");
        refused = sends(metrics, "refused");
        busy = sends(metrics, "busy");
        failed = sends(metrics, "failed");
        size = DistributionSummary.builder("chat.batch.size").serviceLevelObjectives(SIZES).register(metrics);
        commit = timer(metrics, "chat.commit", COMMIT);
        delivery = timer(metrics, "chat.delivery", DELIVERY);
    }

    private static Counter sends(MeterRegistry metrics, String outcome) {
        return metrics.counter("chat.sends", "outcome", outcome);
    }

    private static Timer timer(MeterRegistry metrics, String name, int[] micros) {
        var buckets = Arrays.stream(micros).mapToObj(value -> Duration.of(value, ChronoUnit.MICROS)).toArray(Duration[]::new);
        return Timer.builder(name).serviceLevelObjectives(buckets).register(metrics);
    }

    /// Somebody is told this about a write; other ones than messages are passed over.
    void told(Write write, Outcome outcome) {
        if (write instanceof Write.Send) {
            switch (outcome) {
                case Outcome.Stored(_, var again) -> (again ? duplicate : stored).increment();
                case Outcome.Refused(var reason) -> refusals(Refusal.of(reason).code()).increment();
                case Outcome.Changed _, Outcome.Marked _ -> { }
            }
        }
    }

    private Counter refusals(ErrorCode code) {
        return switch (code) {
            case ErrorCode.BUSY -> busy;
            case ErrorCode.INTERNAL -> failed;
            default -> refused;
        };
    }

    /// A lane had no room for a write.
    void full() {
        overflows.count(BoundedQueue.LANE);
    }

    void committed(int writes, long began, long ended) {
        size.record(writes);
        commit.record(ended - began, TimeUnit.NANOSECONDS);
    }

    void delivered(long committed, long ended) {
        delivery.record(ended - committed, TimeUnit.NANOSECONDS);
    }
}
