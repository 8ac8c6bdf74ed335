package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.Test;

/// P7: what watchers were told is compared with what is true, of everybody within a bounded time and of a bounded number at a time.
class ComparisonTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");

    private final Set<UserId> watched = new HashSet<>();
    private final Told told = new Told(() -> Set.copyOf(watched));
    private final Comparison comparison = new Comparison(told);

    @Test
    void fewAreComparedAtEachTurn() {
        watch(people(Comparison.LEAST));

        assertThat(comparison.next(false)).isEqualTo(watched);
        assertThat(comparison.next(false)).isEqualTo(watched);
    }

    @Test
    void p7OfManyEverybodysTurnComesAndNoTurnIsLong() {
        watch(people(30_000));
        var turns = new ArrayList<Set<UserId>>();

        for (int i = 0; i < Comparison.TURNS; i++) {
            turns.add(comparison.next(false));
        }

        assertThat(turns).allSatisfy(turn -> assertThat(turn).hasSize(30_000 / Comparison.TURNS));
        assertThat(turns.stream().flatMap(Set::stream).collect(Collectors.toSet())).isEqualTo(watched);
    }

    @Test
    void everybodyIsComparedAtOnceWhenAReplicaHasGone() {
        watch(people(30_000));
        comparison.next(false);

        assertThat(comparison.next(true)).isEqualTo(watched);
    }

    @Test
    void whatIsWrongOnceMayBeOnItsWayAndIsLookedAtAgainAtTheNextTurn() {
        watch(people(30_000));
        var first = comparison.next(false);
        var once = comparison.wrongTwice(first, _ -> true);
        var second = comparison.next(false);
        var twice = comparison.wrongTwice(second, _ -> true);

        assertThat(once).isEmpty();
        assertThat(second).containsAll(first);
        assertThat(twice).isEqualTo(first);
    }

    @Test
    void whatWasPutRightIsNotWrong() {
        watch(List.of(ALICE, BOB));
        comparison.wrongTwice(comparison.next(false), _ -> true);

        told.change(ALICE, true);

        assertThat(comparison.wrongTwice(comparison.next(false), _ -> true)).containsExactly(BOB);
    }

    @Test
    void nobodyIsComparedWhomNobodyWatchesAnyMore() {
        watch(List.of(ALICE, BOB));
        comparison.wrongTwice(comparison.next(false), _ -> true);

        watched.remove(ALICE);

        assertThat(comparison.next(false)).containsExactly(BOB);
    }

    private void watch(List<UserId> people) {
        watched.addAll(people);
        people.forEach(user -> told.note(user, false));
    }

    private static List<UserId> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UserId("p" + i)).toList();
    }
}
