package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.UserId;

/// What those who watch somebody were told of them last.
@Singleton
class Told {

    private final ConcurrentHashMap<UserId, Boolean> online = new ConcurrentHashMap<>();
    private final Watchers watchers;

    Told(Watchers watchers) {
        this.watchers = watchers;
    }

    /// Whoever asked was told this.
    void note(UserId user, boolean isOnline) {
        online.put(user, isOnline);
    }

    /// Everybody who watches is told this.
    void change(UserId user, boolean isOnline) {
        online.computeIfPresent(user, (_, _) -> isOnline);
    }

    Map<UserId, Boolean> of(Collection<UserId> users) {
        return users.stream().filter(online::containsKey).collect(Collectors.toUnmodifiableMap(user -> user, user -> online.getOrDefault(user, false)));
    }

    /// What was told since then, if it is something else.
    Optional<Boolean> changedSince(Map<UserId, Boolean> before, UserId user) {
        return Optional.ofNullable(online.get(user)).filter(now -> before.containsKey(user) && !now.equals(before.get(user)));
    }

    /// Those who are watched; what was told of others is forgotten.
    Set<UserId> watched() {
        var watched = watchers.watched();
        online.keySet().retainAll(watched);
        return Set.copyOf(online.keySet());
    }

    /// Whether something else was told.
    boolean isWrong(UserId user, boolean isOnline) {
        var said = online.get(user);
        return said != null && said != isOnline;
    }
}
