package org.eplatform.chat.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eplatform.chat.setting.Like;

/// Who people are.
@RegisterForReflection
@ConfigMapping(prefix = "chat.user")
interface UserConfig {

    /// The access token's claim with the platform's own user id: text, or (not `sub`) a whole number.
    @Like(value = "[!-~]{1,100}", meaning = "the name of a claim, 1 to 100 characters without blanks")
    @WithDefault("sub")
    String idClaim();
}
