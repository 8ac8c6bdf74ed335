package org.eplatform.chat.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Function;

/// The token buckets of one limit, one for each key. A full one is as good as none and is forgotten; so is one of those least in use when there are too many, since
/// nobody may fill the memory by inventing keys.
// A native build only knows the classes of the cache that are named: it looks them up by what they can do (maximum size, expiry after access).
@RegisterForReflection(classNames = {"com.github.benmanes.caffeine.cache.SSMSA", "com.github.benmanes.caffeine.cache.PSAMS"})
final class Buckets {

    private final Cache<Object, Bucket> known;
    private final Function<Object, Bucket> full;

    Buckets(Rate rate, int remembered, TimeMeter clock) {
        known = Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(rate.toFill()).ticker(clock::currentTimeNanos).build();
        var bandwidth = rate.bandwidth();
        full = _ -> Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(clock).build();
    }

    /// Takes a token, and says how many nanoseconds there will be none: 0 when there was one.
    long take(Object key) {
        var probe = known.get(key, full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    void giveBack(Object key) {
        var bucket = known.getIfPresent(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /// How many are remembered now.
    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }
}
