package org.eplatform.chat.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/// How several replicas work together.
@ConfigMapping(prefix = "chat.relay")
public interface RelayConfig {

    /// `CHAT_RELAY`.
    @WithParentName
    @WithDefault("postgres")
    RelayKind kind();

    /// A JDBC address on which `LISTEN` works, where that of the datasource leads through a pooler that forbids it.
    Optional<String> listenUrl();

    /// How often the database is asked what was not heard.
    @WithDefault("2s")
    Duration poll();
}
