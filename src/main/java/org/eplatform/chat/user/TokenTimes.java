package org.eplatform.chat.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The times of a token, as far as the framework does not look: it takes `1.5e9` and a time in a thousand years, and lets a token come from the future.
final class TokenTimes {

    /// A token that outlives this is a mistake of whoever made it: nobody could ever be locked out.
    static final Duration LONGEST = Duration.ofDays(366);

    private TokenTimes() {}

    static boolean areSound(Map<String, Object> claims, Instant now, Duration leeway) {
        return List.of("exp", "nbf", "iat").stream().allMatch(claim -> !claims.containsKey(claim) || claims.get(claim) instanceof Long)
                && isNotAfter(claims.get("exp"), now.plus(LONGEST)) && isNotAfter(claims.get("iat"), now.plus(leeway));
    }

    private static boolean isNotAfter(Object seconds, Instant limit) {
        return !(seconds instanceof Long time) || time <= limit.getEpochSecond();
    }
}
