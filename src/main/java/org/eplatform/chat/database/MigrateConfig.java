package org.eplatform.chat.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/// When the schema is brought to this version.
@RegisterForReflection
@ConfigMapping(prefix = "chat.migrate")
public interface MigrateConfig {

    /// When the schema is migrated: `at-start`, one process at a time; `only`: migrate, say so in one line and end; or `never`: serve with a role that need not own the tables,
    /// and end at once where the schema is older than this version needs.
    @WithParentName
    @WithDefault("at-start")
    Migrate when();
}
