package org.eplatform.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eplatform.chat.setting.Between;

/// Whom the directory shows to whom.
@RegisterForReflection
@ConfigMapping(prefix = "chat.directory")
interface DirectoryConfig {

    /// The fewest characters that a search of the directory may have. With 0 anybody can page through all people; with 2 they have to know a part of a name.
    @Between(least = "0", most = "100")
    @WithDefault("0")
    int minQuery();

    /// Whom the directory shows: everybody, or acquaintances, with whom the caller shares a conversation.
    @WithDefault("everybody")
    People people();

    enum People {
        EVERYBODY,
        /// Only those with whom the caller shares a conversation.
        ACQUAINTANCES
    }
}
