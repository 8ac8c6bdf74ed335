package org.eplatform.chat.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/// Ends the page's session: here always, at the provider where it offers that (OpenID Connect RP-Initiated Logout 1.0). Not every provider does,
/// and the framework's own logout does not start without it.
@Path("/chat/logout")
@Authenticated
@RunOnVirtualThread
public class LogoutResource {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String SIGNED_OUT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>Signed out</title><h1>You are signed out of the chat</h1><p>You may still be signed in at the platform.</p><p><a href="/chat/">Sign in again</a></p>
            """;

    private final OidcSession session;
    private final OidcConfigurationMetadata provider;

    LogoutResource(OidcSession session, OidcConfigurationMetadata provider) {
        this.session = session;
        this.provider = provider;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> logout(@Context UriInfo uri) {
        var idToken = session.getIdToken().getRawToken();
        session.logout().await().atMost(LIMIT);
        var endSession = provider.getEndSessionUri();
        return endSession == null ? RestResponse.ok(SIGNED_OUT)
                : RestResponse.seeOther(URI.create(endSession + (endSession.contains("?") ? "&" : "?") + "id_token_hint=" + idToken
                        + "&post_logout_redirect_uri=" + URLEncoder.encode(uri.getBaseUri().resolve("/chat/").toString(), UTF_8)));
    }
}
