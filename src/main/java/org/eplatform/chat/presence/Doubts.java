package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.UserId;

/// Who was told to be away of late, and may have come to another replica the moment before: its lease was not written yet, and its news found nobody here who
/// watches. They are looked up once more when such a lease is there. Beyond a bound nobody is noted; the regular comparison finds those.
@Singleton
class Doubts {

    static final int MAX = 10_000;

    private static final Duration LEASES_ARE_WRITTEN_WITHIN = Duration.ofMillis(500);

    private final Map<UserId, Long> since = new ConcurrentHashMap<>();

    void add(UserId user) {
        if (since.size() < MAX) {
            since.put(user, System.nanoTime());
        }
    }

    /// Those whose time it is. They are taken out of here by this.
    Set<UserId> ripe() {
        return ripe(System.nanoTime());
    }

    Set<UserId> ripe(long now) {
        var ripe = since.entrySet().stream().filter(doubt -> now - doubt.getValue() > LEASES_ARE_WRITTEN_WITHIN.toNanos()).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
        since.keySet().removeAll(ripe);
        return ripe;
    }

    void addAll(Collection<UserId> users) {
        users.forEach(this::add);
    }
}
