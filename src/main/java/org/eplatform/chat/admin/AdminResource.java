package org.eplatform.chat.admin;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Callers;
import org.eplatform.chat.user.SessionEnded;
import org.eplatform.chat.user.Users;

/// Ends what a person has open, keeps them out, and lets them in again.
@Path("/api/chat/admin/users/{id}")
@Authenticated
@RunOnVirtualThread
public class AdminResource {

    private final Callers callers;
    private final Users users;
    private final AdminConfig config;
    private final Audit audit;
    private final Event<SessionEnded> ended;

    AdminResource(Callers callers, Users users, AdminConfig config, Audit audit, Event<SessionEnded> ended) {
        this.audit = audit;
        this.callers = callers;
        this.users = users;
        this.config = config;
        this.ended = ended;
    }

    /// Ends all connections of this person, and makes void the tokens that were given out until now.
    @POST
    @Path("/kick")
    @Operation(operationId = "kickUser", summary = "Ends all connections of somebody and makes void the tokens given out until now")
    @APIResponse(responseCode = "204", description = "Done")
    public void kick(@Context SecurityContext caller, @PathParam("id") String id) {
        var administrator = administrator(caller);
        var user = new UserId(id);
        requireKnown(users.voidTokens(user));
        audit.record(new AuditEvent.Kicked(user, administrator));
        ended.fire(new SessionEnded.Kicked(user));
    }

    /// Keeps this person out, until they are enabled.
    @POST
    @Path("/disable")
    @Operation(operationId = "disableUser", summary = "Keeps somebody out until they are enabled")
    @APIResponse(responseCode = "204", description = "Done")
    public void disable(@Context SecurityContext caller, @PathParam("id") String id) {
        var administrator = administrator(caller);
        var user = new UserId(id);
        requireKnown(users.disable(user));
        audit.record(new AuditEvent.Disabled(user, administrator));
        ended.fire(new SessionEnded.Disabled(user));
    }

    @POST
    @Path("/enable")
    @Operation(operationId = "enableUser", summary = "Lets somebody in again")
    @APIResponse(responseCode = "204", description = "Done")
    public void enable(@Context SecurityContext caller, @PathParam("id") String id) {
        var administrator = administrator(caller);
        var user = new UserId(id);
        requireKnown(users.enable(user));
        audit.record(new AuditEvent.Enabled(user, administrator));
    }

    /// The caller, who is refused unless an administrator.
    private UserId administrator(SecurityContext caller) {
        var user = callers.known(caller.getUserPrincipal());
        if (!caller.isUserInRole(config.role())) {
            audit.record(new AuditEvent.AccessRefused(user, "administer", null));
            throw new ChatException(ErrorCode.FORBIDDEN, "The token does not carry the role of an administrator.");
        }
        return user;
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person.");
        }
    }
}
