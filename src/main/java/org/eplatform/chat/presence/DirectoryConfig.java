package org.eplatform.chat.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Whom the directory shows to whom; `docs/operations.md` lists the settings.
@ConfigMapping(prefix = "chat.directory")
interface DirectoryConfig {

    /// The fewest characters that a search may have; with 0 the directory can be paged through without one.
    @WithDefault("0")
    int minQuery();

    @WithDefault("everybody")
    People people();

    enum People {
        EVERYBODY,
        /// Only those with whom the caller shares a conversation.
        ACQUAINTANCES
    }
}
