package org.eplatform.chat.user;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse;

/// Hears from the provider that somebody has logged out (OpenID Connect Back-Channel Logout 1.0). The logout token says all: nobody else is asked who calls.
@Path("/chat/back-channel-logout")
@RunOnVirtualThread
public class BackChannelLogoutResource {

    private final LogoutTokens tokens;
    private final Audit audit;
    private final Event<SessionEnded> ended;

    BackChannelLogoutResource(LogoutTokens tokens, Audit audit, Event<SessionEnded> ended) {
        this.audit = audit;
        this.tokens = tokens;
        this.ended = ended;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "backChannelLogout", summary = "The provider tells that somebody has logged out (OpenID Connect Back-Channel Logout 1.0)")
    @APIResponse(responseCode = "200", description = "Done")
    public RestResponse<Void> loggedOut(@FormParam("logout_token") String token) {
        var end = tokens.read(token);
        audit.record(new AuditEvent.LoggedOut(end.subject(), end.session()));
        ended.fire(end);
        var never = new CacheControl();
        never.setNoStore(true);
        return ResponseBuilder.<Void>ok().cacheControl(never).build();
    }
}
