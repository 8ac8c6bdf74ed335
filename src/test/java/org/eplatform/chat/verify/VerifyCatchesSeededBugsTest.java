package org.eplatform.chat.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who checks the checker? The same clients and the same checker as in a real run, against a model of the service with one bug at a time.
class VerifyCatchesSeededBugsTest {

    private static final long SEED = 20_260_901;
    private static final int MESSAGES = 1_000;
    private static final int CUTS = 100;
    private static final int KILLS = 5;

    @ParameterizedTest
    @EnumSource
    void aSeededBugIsCaught(Bug bug) {
        var verdict = HistoryChecker.judge(run(SEED, bug, new Tally()));

        assertThat(verdict.count(bug.shows())).as("%s in %s", bug.shows(), verdict).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {SEED, 1, 2, 3, 4})
    void withoutABugThereIsNothingToFind(long seed) {
        var tally = new Tally();

        var verdict = HistoryChecker.judge(run(seed, null, tally));

        assertThat(verdict.isClean()).as("%s", verdict).isTrue();
        assertThat(tally.acked).isGreaterThanOrEqualTo(MESSAGES);
        assertThat(tally.cuts).isEqualTo(CUTS);
        assertThat(tally.kills).isEqualTo(KILLS);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        var first = run(SEED, null, new Tally());
        var second = run(SEED, null, new Tally());

        assertThat(second.events()).isEqualTo(first.events());
    }

    @Test
    void everyFaultIsShownByABug() {
        assertThat(Arrays.stream(Bug.values()).map(Bug::shows).collect(Collectors.toSet())).containsExactlyInAnyOrder(Fault.values());
    }

    private static Evidence run(long seed, Bug bug, Tally tally) {
        var loop = new VirtualLoop();
        var service = new ModelService(loop, seed, bug);
        var plan = new Plan(8, 10, MESSAGES, CUTS, KILLS, 4, 0, Duration.ofMinutes(10), seed);
        var evidence = new Run(plan, "verify", service, loop, service, new History(_ -> { }), tally, BuggyOutbox.of(bug)).start();
        loop.runUntil(evidence::isDone);
        return evidence.join();
    }
}
