package org.eplatform.chat.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a client has to know of the socket's settings: it is told in `welcome`.
@ConfigMapping(prefix = "chat.socket")
interface SocketConfig {

    /// How often the service pings.
    @WithDefault("25s")
    Duration heartbeat();

    /// The longest message in bytes; a longer one closes with 1009 (RFC 6455, 7.4.1).
    @WithDefault("65536")
    int maxMessageBytes();
}
