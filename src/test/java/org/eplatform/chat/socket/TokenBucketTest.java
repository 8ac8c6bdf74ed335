package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000;
    private static final long START = Long.MAX_VALUE - SECOND;

    private final TokenBucket bucket = new TokenBucket(300, START);

    @Test
    void asManyAtOnceAsPerSecondAndNoMore() {
        assertThat(taken(1_000, START)).isEqualTo(300);
    }

    @Test
    void itFillsEvenlyAndNeverOverItsBrim() {
        taken(300, START);

        assertThat(taken(1_000, START + SECOND / 10)).isBetween(29, 30);
        assertThat(taken(1_000, START + 100 * SECOND)).isEqualTo(300);
    }

    @Test
    void aClockThatWasReadEarlierGivesNothing() {
        taken(300, START + SECOND);

        assertThat(bucket.take(START)).isFalse();
        assertThat(taken(1_000, START + SECOND)).isZero();
    }

    private int taken(int tries, long now) {
        return (int) IntStream.range(0, tries).filter(_ -> bucket.take(now)).count();
    }
}
