package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eplatform.chat.protocol.UserId;

/// Whose presence, as watchers were told it, is compared next with what is true: a part of all at each turn, since it costs a look-up for each of them. For one
/// thread.
@Singleton
class Comparison {

    /// So many at each turn, if there are as many.
    static final int LEAST = 2_000;
    /// Within so many turns everybody's comes.
    static final int TURNS = 6;

    private final Told told;
    /// Who was compared longest ago comes first.
    private final LinkedHashSet<UserId> order = new LinkedHashSet<>();
    private Set<UserId> suspects = Set.of();

    Comparison(Told told) {
        this.told = told;
    }

    /// Those whose turn it is, and of these others who are watched; always those of whom something wrong seemed to be told the last time.
    Set<UserId> next(Set<UserId> besides) {
        var watched = told.watched();
        order.retainAll(watched);
        order.addAll(watched);
        int most = Math.max(LEAST, Math.ceilDiv(watched.size(), TURNS));
        return Stream.of(order.stream().limit(most), suspects.stream(), besides.stream()).flatMap(Function.identity()).filter(watched::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Of whom of these something else was told than is true, both now and the last time: an event may be on its way. Their turn is over by this, and not before.
    Set<UserId> wrongTwice(Set<UserId> compared, Predicate<UserId> isOnline) {
        order.removeAll(compared);
        order.addAll(compared);
        var wrong = compared.stream().filter(user -> told.isWrong(user, isOnline.test(user))).collect(Collectors.toUnmodifiableSet());
        var twice = wrong.stream().filter(suspects::contains).collect(Collectors.toUnmodifiableSet());
        suspects = wrong;
        return twice;
    }
}
