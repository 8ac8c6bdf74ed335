package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final ArrayDeque<UserId> waiting = new ArrayDeque<>();
    private Set<UserId> suspects = Set.of();

    Comparison(Told told) {
        this.told = told;
    }

    /// Those whose turn it is: everybody who is watched when `all`; always those of whom something wrong seemed to be told the last time.
    Set<UserId> next(boolean all) {
        var watched = told.watched();
        if (all || waiting.isEmpty()) {
            waiting.clear();
            waiting.addAll(watched);
        }
        int most = all ? watched.size() : Math.max(LEAST, Math.ceilDiv(watched.size(), TURNS));
        var next = new HashSet<>(suspects);
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            next.add(waiting.remove());
        }
        next.retainAll(watched);
        return Set.copyOf(next);
    }

    /// Of whom of these something else was told than is true, both now and the last time: an event may be on its way.
    Set<UserId> wrongTwice(Set<UserId> compared, Predicate<UserId> isOnline) {
        var wrong = compared.stream().filter(user -> told.isWrong(user, isOnline.test(user))).collect(Collectors.toUnmodifiableSet());
        var twice = wrong.stream().filter(suspects::contains).collect(Collectors.toUnmodifiableSet());
        suspects = wrong;
        return twice;
    }
}
