package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = 1_000_000_000;
    private static final int REMEMBERED = 100;

    private final AtomicLong now = new AtomicLong();
    private final Buckets buckets = new Buckets(new Rate(60, Duration.ofSeconds(1)), REMEMBERED, clock());

    @Test
    void asManyAtOnceAsTheBurstAndNoMore() {
        assertThat(taken("alice", 1_000)).isEqualTo(60);
    }

    @Test
    void itFillsEvenlyAndNeverOverItsBrim() {
        taken("alice", 60);

        now.addAndGet(10 * SECOND);
        assertThat(taken("alice", 1_000)).isEqualTo(10);
        now.addAndGet(1_000 * SECOND);
        assertThat(taken("alice", 1_000)).isEqualTo(60);
    }

    @Test
    void whoWaitsAsLongAsIsSaidGetsTheNextAndNobodyEarlier() {
        taken("alice", 60);
        now.addAndGet(SECOND / 4);
        long wait = buckets.take("alice");

        now.addAndGet(wait - 1);
        assertThat(buckets.take("alice")).isEqualTo(1);
        now.addAndGet(1);
        assertThat(buckets.take("alice")).isZero();
    }

    @Test
    void nobodyPaysForAnother() {
        taken("alice", 1_000);

        assertThat(taken("bob", 1_000)).isEqualTo(60);
    }

    @Test
    void whatIsGivenBackCanBeTakenOnce() {
        taken("alice", 60);

        buckets.giveBack("alice");

        assertThat(taken("alice", 10)).isEqualTo(1);
    }

    @Test
    void nobodyGetsMoreByAskingFromManyThreads() throws Exception {
        var taken = new LongAdder();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64).forEach(_ -> threads.submit(() -> taken.add(taken("alice", 100))));
        }

        assertThat(taken.sum()).isEqualTo(60);
    }

    @Test
    void aBucketIsForgottenWhenItIsFullAndNotBefore() {
        taken("alice", 1_000);

        now.addAndGet(59 * SECOND);
        assertThat(buckets.size()).isEqualTo(1);
        now.addAndGet(SECOND);
        assertThat(buckets.size()).isZero();
    }

    @Test
    void whoeverInventsKeysDoesNotFillTheMemory() {
        IntStream.range(0, 100_000).forEach(number -> buckets.take("invented-" + number));

        assertThat(buckets.size()).isLessThanOrEqualTo(REMEMBERED);
    }

    /// The library chooses its classes by what is asked of it, and looks them up by name.
    @Test
    void theClassesOfTheCacheAreDeclaredForANativeBuild() throws Exception {
        var known = Buckets.class.getDeclaredField("known");
        known.setAccessible(true);
        var manual = known.get(buckets);
        var inner = manual.getClass().getDeclaredField("cache");
        inner.setAccessible(true);
        var cache = inner.get(manual);
        var factory = cache.getClass().getSuperclass();
        while (!factory.getSimpleName().equals("BoundedLocalCache")) {
            factory = factory.getSuperclass();
        }
        var nodes = factory.getDeclaredField("nodeFactory");
        nodes.setAccessible(true);

        assertThat(Arrays.asList(Buckets.class.getAnnotation(RegisterForReflection.class).classNames()))
                .containsExactlyInAnyOrder(cache.getClass().getName(), nodes.get(cache).getClass().getName());
    }

    private int taken(String key, int tries) {
        return (int) IntStream.range(0, tries).filter(_ -> buckets.take(key) == 0).count();
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
