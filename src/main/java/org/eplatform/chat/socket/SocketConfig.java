package org.eplatform.chat.socket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eplatform.chat.setting.Between;

/// The settings of the socket.
@RegisterForReflection
@ConfigMapping(prefix = "chat.socket")
interface SocketConfig {

    /// How often the service pings.
    @Between(least = "1s", most = "5m")
    @WithDefault("25s")
    Duration heartbeat();

    /// How long a client may be silent after a ping before it is closed with 4008.
    @Between(least = "1s", most = "5m")
    @WithDefault("10s")
    Duration pongDeadline();

    /// The longest socket message in bytes, and the longest frame of one; a longer one closes with 1009 (RFC 6455, 7.4.1).
    @Between(least = "4096", most = "1048576")
    @WithDefault("65536")
    int maxMessageBytes();

    /// Over what time the connections are ended when the service stops; they reconnect elsewhere meanwhile. It may take 14 s more until the process has ended, see "Several replicas" in the operations.
    @Between(least = "100ms", most = "10m")
    @WithDefault("5s")
    Duration drain();

    /// How many connections may be opened per second, at once after a pause, and wait for their turn; others get 503 with `Retry-After`.
    @Between(least = "1", most = "100000")
    @WithDefault("400")
    int handshakesPerSecond();

    /// How many connections one process holds, and no more than three quarters of the files that it may open (`ulimit -n`); further ones get 503 with `Retry-After`.
    @Between(least = "1", most = "1000000")
    @WithDefault("20000")
    int maxConnections();
}
