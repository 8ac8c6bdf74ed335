package org.eplatform.chat.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "chat.admin")
interface AdminConfig {

    /// The role that makes a caller an administrator (`CHAT_ADMIN_ROLE`).
    @WithDefault("chat-admin")
    String role();
}
