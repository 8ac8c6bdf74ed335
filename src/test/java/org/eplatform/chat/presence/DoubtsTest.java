package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final UserId ALICE = new UserId("alice");

    private final Doubts doubts = new Doubts();

    @Test
    void somebodyIsLookedUpAgainOnceAndNotBeforeALeaseCanBeThere() {
        doubts.add(ALICE);

        assertThat(doubts.ripe()).isEmpty();
        assertThat(doubts.ripe(inASecond())).containsExactly(ALICE);
        assertThat(doubts.ripe(inASecond())).isEmpty();
    }

    @Test
    void whoIsDoubtedAgainWaitsAgain() {
        doubts.add(ALICE);
        long then = inASecond();
        doubts.ripe(then);
        doubts.add(ALICE);

        assertThat(doubts.ripe()).isEmpty();
        assertThat(doubts.ripe(then)).containsExactly(ALICE);
    }

    @Test
    void thereAreNeverMoreThanTheBound() {
        IntStream.rangeClosed(0, Doubts.MAX).forEach(number -> doubts.add(new UserId("user-" + number)));

        assertThat(doubts.ripe(inASecond())).hasSize(Doubts.MAX);
    }

    private static long inASecond() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    }
}
