package org.eplatform.chat.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "chat.user")
interface UserConfig {

    /// The claim of the access token that holds the platform's own user id (`CHAT_USER_ID_CLAIM`).
    @WithDefault("sub")
    String idClaim();
}
