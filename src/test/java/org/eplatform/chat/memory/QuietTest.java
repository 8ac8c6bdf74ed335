package org.eplatform.chat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuietTest {

    private static final long MB = 1 << 20;

    private final Quiet quiet = new Quiet();

    @Test
    void afterAStartItIsTimeWhenNothingMoreComesInTwoLooks() {
        assertThat(looks(10, 30, 30.5)).isFalse();

        assertThat(looks(31)).isTrue();
    }

    @Test
    void itIsNotTimeWhileMuchComes() {
        assertThat(looks(20, 22, 24, 26, 28, 30)).isFalse();
    }

    @Test
    void itIsNotTimeForLittle() {
        assertThat(looks(7, 7, 7, 7, 7)).isFalse();
    }

    @Test
    void afterACollectionItIsTimeOnceEnoughHasComeAgain() {
        quiet.collected(12 * MB);

        assertThat(looks(13, 14, 15, 16, 17, 18, 19)).isFalse();
        assertThat(looks(20)).isTrue();
    }

    @Test
    void theMoreIsKeptTheMoreHasToCome() {
        quiet.collected(200 * MB);

        assertThat(looks(240, 240, 240)).isFalse();
        assertThat(looks(250, 250, 250)).isTrue();
    }

    @Test
    void aCollectionThatCameByItselfIsNoReasonToWait() {
        quiet.collected(12 * MB);

        assertThat(looks(60, 30, 30.5, 31)).isTrue();
    }

    @Test
    void whatOneThatCameByItselfFreedCountsAnew() {
        quiet.collected(40 * MB);

        assertThat(looks(20, 21, 22, 23, 24, 25, 26, 27)).isFalse();
        assertThat(looks(28)).isTrue();
    }

    /// What the last one said.
    private boolean looks(double... megabytes) {
        boolean time = false;
        for (double used : megabytes) {
            time = quiet.isTime((long) (used * MB));
        }
        return time;
    }
}
