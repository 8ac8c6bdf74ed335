package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.socket.Pulse.Due.PING;
import static org.eplatform.chat.socket.Pulse.Due.QUIET;
import static org.eplatform.chat.socket.Pulse.Due.SILENT;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final long SECOND = 1_000_000_000;
    /// Near the end of the clock, which `System.nanoTime` may be.
    private static final long START = Long.MAX_VALUE - 3 * SECOND;

    private final Pulse.Beat beat = new Pulse(Duration.ofSeconds(25), Duration.ofSeconds(10)).start(START);

    @Test
    void aPingIsDueAfterEachInterval() {
        assertThat(beat.check(at(24))).isEqualTo(QUIET);
        assertThat(beat.check(at(25))).isEqualTo(PING);

        beat.heard(at(26));

        assertThat(beat.check(at(27))).isEqualTo(QUIET);
        assertThat(beat.check(at(49))).isEqualTo(QUIET);
        assertThat(beat.check(at(50))).isEqualTo(PING);
    }

    @Test
    void whoSaysNothingAfterAPingIsSilentWhenTheDeadlineIsOver() {
        beat.heard(at(24));
        assertThat(beat.check(at(25))).isEqualTo(PING);
        assertThat(beat.check(at(34))).isEqualTo(QUIET);

        assertThat(beat.check(at(35))).isEqualTo(SILENT);
    }

    @Test
    void whatComesWithinTheDeadlineCounts() {
        assertThat(beat.check(at(25))).isEqualTo(PING);
        beat.heard(at(34));

        assertThat(beat.check(at(40))).isEqualTo(QUIET);
        assertThat(beat.check(at(50))).isEqualTo(PING);
    }

    private static long at(long seconds) {
        return START + seconds * SECOND;
    }
}
