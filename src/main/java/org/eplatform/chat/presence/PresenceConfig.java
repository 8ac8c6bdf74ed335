package org.eplatform.chat.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When people are online.
@ConfigMapping(prefix = "chat.presence")
interface PresenceConfig {

    /// How long somebody whose last connection ended is still said to be online: who comes back sooner, as after a restart, was never away.
    @WithDefault("15s")
    Duration grace();
}
