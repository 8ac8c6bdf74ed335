package org.eplatform.chat.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eplatform.chat.setting.Like;

/// Who may do what administrators do.
@RegisterForReflection
@ConfigMapping(prefix = "chat.admin")
interface AdminConfig {

    /// The role in the access token that makes a caller an administrator.
    @Like(value = "\\S(.{0,98}\\S)?", meaning = "the name of a role, 1 to 100 characters")
    @WithDefault("chat-admin")
    String role();
}
