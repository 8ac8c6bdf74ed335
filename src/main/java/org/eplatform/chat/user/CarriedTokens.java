package org.eplatform.chat.user;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Checks tokens that a message carries and no header. As a provider of the framework's, so that whatever it adds to the check of a header's token is
/// added here too.
@ApplicationScoped
class CarriedTokens implements IdentityProvider<CarriedTokens.Request> {

    static final class Request extends BaseAuthenticationRequest {

        private final String token;

        Request(String token) {
            this.token = token;
        }
    }

    private final TenantIdentityProvider provider;

    CarriedTokens(TenantIdentityProvider provider) {
        this.provider = provider;
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return provider.authenticate(new AccessTokenCredential(request.token));
    }
}
