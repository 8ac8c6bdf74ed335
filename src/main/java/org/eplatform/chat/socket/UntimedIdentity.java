package org.eplatform.chat.socket;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.websockets.next.runtime.SecuritySupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Hides from the framework when a token of a handshake expires: it would close the connection then with a code of its own, and know nothing of a
/// renewal. [Expiry] does it instead.
@ApplicationScoped
class UntimedIdentity implements SecurityIdentityAugmentor {

    /// Anything but a number of seconds sets no timer.
    private static final String NO_TIME = "see Expiry";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        var call = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (identity.isAnonymous() || call == null || !call.normalizedPath().startsWith("/ws/")) {
            return augment(identity, context);
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder(identity).addAttribute(SecuritySupport.QUARKUS_IDENTITY_EXPIRE_TIME, NO_TIME).build());
    }
}
