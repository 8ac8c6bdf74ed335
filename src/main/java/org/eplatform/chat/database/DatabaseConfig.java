package org.eplatform.chat.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What an operator says of the database.
@RegisterForReflection
@ConfigMapping(prefix = "chat.database")
interface DatabaseConfig {

    /// Start on a database that can lose what it has committed, see "What is refused at start" in the operations.
    @WithDefault("false")
    boolean acceptDataLoss();
}
