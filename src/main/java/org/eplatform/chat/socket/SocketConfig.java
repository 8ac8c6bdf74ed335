package org.eplatform.chat.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of the socket; `docs/operations.md` lists them.
@ConfigMapping(prefix = "chat.socket")
interface SocketConfig {

    /// How often the service pings.
    @WithDefault("25s")
    Duration heartbeat();

    /// How long a client may be silent after a ping.
    @WithDefault("10s")
    Duration pongDeadline();

    /// The longest message in bytes; a longer one closes with 1009 (RFC 6455, 7.4.1).
    @WithDefault("65536")
    int maxMessageBytes();

    /// Over what time the connections are ended when the service stops; they reconnect elsewhere meanwhile.
    @WithDefault("5s")
    Duration drain();

    /// How many connections may be opened per second, and at once after a pause.
    @WithDefault("300")
    int handshakesPerSecond();

    /// How many connections may be open.
    @WithDefault("20000")
    int maxConnections();
}
