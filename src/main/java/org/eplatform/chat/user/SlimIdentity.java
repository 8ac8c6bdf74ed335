package org.eplatform.chat.user;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Leaves of the identity that comes with a handshake what a connection needs. The framework keeps it as long as the socket is open, with the token, its claims
/// and the provider's settings; and it would close the connection when the token expires, with a code of its own, and know nothing of a renewal. socket/Expiry
/// does that instead.
@ApplicationScoped
class SlimIdentity implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        var call = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        boolean comesToStay = call != null && call.normalizedPath().startsWith("/ws/");
        return augment(comesToStay && identity.getPrincipal() instanceof JsonWebToken token ? slim(token) : identity, context);
    }

    private static SecurityIdentity slim(JsonWebToken token) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new ArrivingCaller(token)).build();
    }
}
