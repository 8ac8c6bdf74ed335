package org.eplatform.chat.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse;

/// Hands the page at `/chat/` its access token. The page's login is a session of the server (authorization code flow with PKCE, the tokens in
/// an encrypted HttpOnly cookie); the API and the socket take bearer tokens alone. This is the token-mediating backend of RFC 10017, 6.2.
@Path("/chat/session")
@Authenticated
@RunOnVirtualThread
public class SessionResource {

    private static final Duration LOGOUT_LIMIT = Duration.ofSeconds(5);

    private final Callers callers;
    private final OidcSession oidc;
    private final JsonWebToken accessToken;

    SessionResource(Callers callers, OidcSession oidc, JsonWebToken accessToken) {
        this.callers = callers;
        this.oidc = oidc;
        this.accessToken = accessToken;
    }

    /// `expiresAt` is when the page has to ask again. `locale` is the language of the person's account, a BCP 47 tag such as `de-AT`; missing when the provider
    /// does not say (the standard claim of OpenID Connect Core, 5.1, in the ID token).
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Session(UserId userId, String accessToken, Instant expiresAt, String locale) {}

    @GET
    @Operation(operationId = "session", summary = "The access token of whoever is signed in at the page")
    public RestResponse<Session> session() {
        var session = new Session(known(), accessToken.getRawToken(), Instant.ofEpochSecond(accessToken.getExpirationTime()), locale());
        var never = new CacheControl();
        never.setNoStore(true);
        return ResponseBuilder.ok(session).cacheControl(never).build();
    }

    /// Some providers write `en_US`, which the standard has clients put up with. Anything but text says nothing.
    private String locale() {
        return oidc.getIdToken().getClaim("locale") instanceof String tag && !tag.isBlank() ? tag.replace('_', '-') : null;
    }

    /// A session whose token counts no more would give out that token again and again: it ends, and the next visit of the page leads to the login.
    private UserId known() {
        try {
            return callers.known(accessToken);
        } catch (ChatException refused) {
            if (refused.code() == ErrorCode.UNAUTHENTICATED) {
                oidc.logout().await().atMost(LOGOUT_LIMIT);
            }
            throw refused;
        }
    }
}
