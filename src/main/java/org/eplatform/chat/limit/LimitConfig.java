package org.eplatform.chat.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often each thing may be done; `docs/operations.md` lists the settings.
@ConfigMapping(prefix = "chat.limit")
interface LimitConfig {

    /// How many keys each limit remembers.
    @WithDefault("20000")
    int remembered();

    /// How many connections one person may have open.
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
        @WithDefault("60")
        int burst();

        @WithDefault("1s")
        Duration refill();
    }

    interface SendsToConversation {
        @WithDefault("20")
        int burst();

        @WithDefault("500ms")
        Duration refill();
    }

    interface Typing {
        @WithDefault("3")
        int burst();

        @WithDefault("2s")
        Duration refill();
    }

    interface Conversations {
        @WithDefault("10")
        int burst();

        @WithDefault("1m")
        Duration refill();
    }

    interface Searches {
        @WithDefault("20")
        int burst();

        @WithDefault("3s")
        Duration refill();
    }

    interface Handshakes {
        @WithDefault("20")
        int burst();

        @WithDefault("5s")
        Duration refill();
    }

    interface HandshakesFromAddress {
        @WithDefault("60")
        int burst();

        @WithDefault("1s")
        Duration refill();
    }

    interface FailedLogins {
        @WithDefault("20")
        int burst();

        @WithDefault("6s")
        Duration refill();
    }
}
