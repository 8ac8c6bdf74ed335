package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.UserId;

/// What this process knows of those who are here or were lately, until everybody else has it, and whose last visit the database does not have yet.
@Singleton
class People {

    private final ConcurrentHashMap<UserId, Here> people = new ConcurrentHashMap<>();
    private final Set<UserId> unwritten = ConcurrentHashMap.newKeySet();

    Here of(UserId user) {
        return people.getOrDefault(user, Here.NOTHING);
    }

    Here change(UserId user, UnaryOperator<Here> change) {
        var result = new Here[1];
        people.compute(user, (_, here) -> {
            result[0] = change.apply(here == null ? Here.NOTHING : here);
            return result[0].unlessForgettable();
        });
        return result[0];
    }

    Set<UserId> online() {
        return people.entrySet().stream().filter(one -> one.getValue().isOnline()).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /// What is known here of these people is kept meanwhile: a time that the database has just got is not in what was read of it before, and none may move back.
    Remembered remember(Set<UserId> asked) {
        asked.forEach(user -> change(user, here -> here.listeners(1)));
        return () -> asked.forEach(user -> change(user, here -> here.listeners(-1)));
    }

    interface Remembered extends AutoCloseable {
        @Override
        void close();
    }

    /// Their last visit is to be written.
    void visited(UserId user) {
        unwritten.add(user);
    }

    /// Some of those whose last visit the database does not have yet, and when it was. They are taken out of here by this.
    Map<UserId, Instant> unwritten(int most) {
        var some = unwritten.stream().limit(most).toList();
        some.forEach(unwritten::remove);
        var visits = new HashMap<UserId, Instant>();
        for (var user : some) {
            var here = of(user);
            if (!here.written()) {
                visits.put(user, here.lastActive());
            }
        }
        return visits;
    }

    /// The database has these last visits now.
    void written(Map<UserId, Instant> visits) {
        visits.forEach((user, at) -> change(user, here -> here.written(at)));
    }

    boolean hasUnwritten() {
        return !unwritten.isEmpty();
    }

    void unwrite(Collection<UserId> users) {
        unwritten.addAll(users);
    }
}
