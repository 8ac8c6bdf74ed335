package org.eplatform.chat.presence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eplatform.chat.setting.Between;

/// When people are online.
@RegisterForReflection
@ConfigMapping(prefix = "chat.presence")
interface PresenceConfig {

    /// How long somebody whose last connection ended is still said to be online: who comes back sooner, as after a restart, was never away.
    @Between(least = "0s", most = "1h")
    @WithDefault("15s")
    Duration grace();
}
