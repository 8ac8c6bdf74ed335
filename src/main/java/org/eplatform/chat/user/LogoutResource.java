package org.eplatform.chat.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Ends the page's session: here always, at the provider where it offers that (OpenID Connect RP-Initiated Logout 1.0). Not every provider does,
/// and the framework's own logout does not start without it.
@Path("/chat/logout")
@Authenticated
@RunOnVirtualThread
public class LogoutResource {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final OidcSession session;
    private final OidcConfigurationMetadata provider;

    LogoutResource(OidcSession session, OidcConfigurationMetadata provider) {
        this.session = session;
        this.provider = provider;
    }

    /// `location` is where the browser has to go now: the provider's logout, or our own last page.
    public record LoggedOut(String location) {}

    @POST
    @Operation(operationId = "logout", summary = "Ends the session of the page")
    public LoggedOut logout(@Context UriInfo uri) {
        var idToken = session.getIdToken().getRawToken();
        session.logout().await().atMost(LIMIT);
        var endSession = provider.getEndSessionUri();
        return new LoggedOut(endSession == null ? "/chat/signed-out"
                : endSession + (endSession.contains("?") ? "&" : "?") + "id_token_hint=" + idToken
                        + "&post_logout_redirect_uri=" + URLEncoder.encode(uri.getBaseUri().resolve("/chat/").toString(), UTF_8));
    }
}
