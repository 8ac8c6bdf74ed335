package org.eplatform.chat.user;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ErrorCode;

/// Reads the provider's logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6). The framework's own endpoint takes either those that name a session or
/// those that name a subject, and ends no session but the page's.
@ApplicationScoped
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final TenantIdentityProvider provider;
    private final Optional<String> client;

    LogoutTokens(@Tenant("page") TenantIdentityProvider provider, @ConfigProperty(name = "quarkus.oidc.page.client-id") Optional<String> client) {
        this.provider = provider;
        this.client = client;
    }

    /// What the token says, or a refusal. Waits for its check, and maybe for the provider's keys.
    SessionEnded.LoggedOut read(String token) {
        var checked = check(new AccessToken(token));
        var subject = text(checked, "sub");
        var session = text(checked, "sid");
        if (!isLogout(checked) || subject == null && session == null) {
            throw refused();
        }
        return new SessionEnded.LoggedOut(checked.getIssuer(), subject, session, Instant.ofEpochSecond(checked.getIssuedAtTime()));
    }

    /// Signature, issuer and expiry.
    private JsonWebToken check(AccessToken token) {
        try {
            var identity = provider.authenticate(new AccessTokenCredential(token.value())).await().atMost(LIMIT);
            if (identity.getPrincipal() instanceof JsonWebToken checked) {
                return checked;
            }
            throw refused();
        } catch (SecurityException | OIDCException invalid) {
            throw refused();
        }
    }

    /// An ID token and an access token of the same provider have no such event, and a nonce would make it an ID token.
    private boolean isLogout(JsonWebToken token) {
        return token.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map && token.getClaim("nonce") == null
                && token.getAudience() != null && client.filter(token.getAudience()::contains).isPresent() && token.getIssuedAtTime() > 0;
    }

    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static ChatException refused() {
        return new ChatException(ErrorCode.INVALID_REQUEST, "logout_token is not a valid logout token of the provider for this client.");
    }
}
