package org.eplatform.chat.replica;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;
import org.eplatform.chat.setting.Between;
import org.eplatform.chat.setting.Like;

/// How several replicas work together.
@RegisterForReflection
@ConfigMapping(prefix = "chat.relay")
public interface RelayConfig {

    /// How replicas hear of each other: by PostgreSQL, by Redis or Valkey, or not at all (`local`) when there is one alone.
    @WithParentName
    @WithDefault("postgres")
    RelayKind kind();

    /// A JDBC address on which `LISTEN` works, where that of the datasource leads through a pooler of transactions that forbids it. Left out, it is the
    /// datasource's.
    @Like(value = "jdbc:postgresql:\\S+", meaning = "an address that begins with jdbc:postgresql:", secret = true)
    Optional<String> listenUrl();

    /// How often the database is asked what was not heard.
    @Between(least = "100ms", most = "5s")
    @WithDefault("2s")
    Duration poll();
}
