package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        watch(people(0, Comparison.LEAST));

        assertThat(turn()).isEqualTo(watched);
        assertThat(turn()).isEqualTo(watched);
    }

    @Test
    void p7OfManyEverybodysTurnComesAndNoTurnIsLong() {
        watch(people(0, 30_000));

        var turns = Stream.generate(this::turn).limit(Comparison.TURNS).toList();

        assertThat(turns).allSatisfy(turn -> assertThat(turn).hasSize(30_000 / Comparison.TURNS));
        assertThat(turns.stream().flatMap(Set::stream).collect(Collectors.toSet())).isEqualTo(watched);
    }

    @Test
    void p7WhoComesLaterAndWhoStaysWhenMostGoHaveTheirTurnInTimeToo() {
        watch(people(0, 30_000));
        turn();
        watched.removeAll(people(100, 29_900));
        watch(people(30_000, 12_000));

        var seen = Stream.generate(this::turn).limit(Comparison.TURNS + 1).flatMap(Set::stream).collect(Collectors.toSet());

        assertThat(seen).isEqualTo(watched);
    }

    @Test
    void aTurnThatFailedIsTakenAgain() {
        watch(people(0, 30_000));

        var first = comparison.next(Set.of());

        assertThat(comparison.next(Set.of())).isEqualTo(first);
    }

    @Test
    void thosePeopleOfAReplicaThatHasGoneWhoAreWatchedAreComparedBesides() {
        watch(people(0, 30_000));
        watch(List.of(ALICE));
        IntStream.range(0, 3).forEach(_ -> turn());

        assertThat(comparison.next(Set.of(ALICE, BOB))).contains(ALICE).doesNotContain(BOB);
    }

    @Test
    void whatIsWrongOnceMayBeOnItsWayAndIsLookedAtAgainAtTheNextTurn() {
        watch(people(0, 30_000));
        var first = comparison.next(Set.of());
        var once = comparison.wrongTwice(first, _ -> true);
        var second = comparison.next(Set.of());
        var twice = comparison.wrongTwice(second, _ -> true);

        assertThat(once).isEmpty();
        assertThat(second).containsAll(first);
        assertThat(twice).isEqualTo(first);
    }

    @Test
    void whatWasPutRightIsNotWrong() {
        watch(List.of(ALICE, BOB));
        comparison.wrongTwice(comparison.next(Set.of()), _ -> true);

        told.change(ALICE, true);

        assertThat(comparison.wrongTwice(comparison.next(Set.of()), _ -> true)).containsExactly(BOB);
    }

    @Test
    void nobodyIsComparedWhomNobodyWatchesAnyMore() {
        watch(List.of(ALICE, BOB));
        comparison.wrongTwice(comparison.next(Set.of()), _ -> true);

        watched.remove(ALICE);

        assertThat(comparison.next(Set.of())).containsExactly(BOB);
    }

    /// What was told is true.
    private Set<UserId> turn() {
        var compared = comparison.next(Set.of());
        assertThat(comparison.wrongTwice(compared, _ -> false)).isEmpty();
        return compared;
    }

    private void watch(List<UserId> people) {
        watched.addAll(people);
        people.forEach(user -> told.note(user, false));
    }

    private static List<UserId> people(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> new UserId("p" + i)).toList();
    }
}
