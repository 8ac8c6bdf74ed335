package org.eplatform.chat.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What an operator says of the platform's access tokens, beyond what the framework's own `quarkus.oidc.token.*` can say.
@RegisterForReflection
@ConfigMapping(prefix = "chat.token")
interface TokenConfig {

    /// Take only tokens whose header says `at+jwt` (RFC 9068), for providers that mark theirs so.
    @WithDefault("false")
    boolean atJwtOnly();
}
