package org.eplatform.chat.limit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eplatform.chat.setting.Between;

/// How often each thing may be done.
@RegisterForReflection(ignoreNested = false)
@ConfigMapping(prefix = "chat.limit")
interface LimitConfig {

    /// How many people, conversations of them or addresses each limit remembers while they are not at their full burst, for about 430 bytes each. Beyond it those least in
    /// use are forgotten, which gives them their burst back.
    @Between(least = "100", most = "10000000")
    @WithDefault("20000")
    int remembered();

    /// How many connections one person may have; one more is closed with 4029, the others stay.
    @Between(least = "1", most = "10000")
    @WithDefault("10")
    int socketsPerUser();

    Sends sends();

    SendsToConversation sendsToConversation();

    Typing typing();

    Conversations conversations();

    Searches searches();

    Handshakes handshakes();

    HandshakesFromAddress handshakesFromAddress();

    FailedLogins failedLogins();

    interface Sends {
        @Between(least = "1", most = "1000000000")
        @WithDefault("60")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("1s")
        Duration refill();
    }

    interface SendsToConversation {
        @Between(least = "1", most = "1000000000")
        @WithDefault("20")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("500ms")
        Duration refill();
    }

    interface Typing {
        @Between(least = "1", most = "1000000000")
        @WithDefault("3")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("2s")
        Duration refill();
    }

    interface Conversations {
        @Between(least = "1", most = "1000000000")
        @WithDefault("10")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("1m")
        Duration refill();
    }

    interface Searches {
        @Between(least = "1", most = "1000000000")
        @WithDefault("20")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("3s")
        Duration refill();
    }

    interface Handshakes {
        @Between(least = "1", most = "1000000000")
        @WithDefault("20")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("5s")
        Duration refill();
    }

    interface HandshakesFromAddress {
        @Between(least = "1", most = "1000000000")
        @WithDefault("60")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("1s")
        Duration refill();
    }

    interface FailedLogins {
        @Between(least = "1", most = "1000000000")
        @WithDefault("20")
        int burst();

        @Between(least = "1ms", most = "1d")
        @WithDefault("6s")
        Duration refill();
    }
}
