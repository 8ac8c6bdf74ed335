package org.eplatform.chat.testsupport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eplatform.chat.protocol.RateLimit;

/// Environment variables for a service whose clients do in a second what nobody does in an hour. Everything is counted as ever, and nothing is refused.
public final class WideLimits {

    private static final String MOST = "1000000000";

    private WideLimits() {}

    public static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        Arrays.stream(RateLimit.values()).forEach(limit -> environment.put("CHAT_LIMIT_" + limit.name() + "_BURST", MOST));
        environment.put("CHAT_LIMIT_SOCKETS_PER_USER", "10000");
        return Map.copyOf(environment);
    }
}
