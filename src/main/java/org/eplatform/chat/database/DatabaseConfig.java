package org.eplatform.chat.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What an operator says of the database.
@ConfigMapping(prefix = "chat.database")
interface DatabaseConfig {

    /// Start although a crash of the database can lose acknowledged messages.
    @WithDefault("false")
    boolean acceptDataLoss();
}
