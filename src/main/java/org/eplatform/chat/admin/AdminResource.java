package org.eplatform.chat.admin;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
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
    private final Event<SessionEnded> ended;

    AdminResource(Callers callers, Users users, AdminConfig config, Event<SessionEnded> ended) {
        this.callers = callers;
        this.users = users;
        this.config = config;
        this.ended = ended;
    }

    /// Ends all connections of this person, and makes void the tokens that were given out until now.
    @POST
    @Path("/kick")
    public void kick(@Context SecurityContext caller, @PathParam("id") String id) {
        requireAdministrator(caller);
        var user = new UserId(id);
        requireKnown(users.voidTokens(user));
        ended.fire(new SessionEnded.Kicked(user));
    }

    /// Keeps this person out, until they are enabled.
    @POST
    @Path("/disable")
    public void disable(@Context SecurityContext caller, @PathParam("id") String id) {
        requireAdministrator(caller);
        var user = new UserId(id);
        requireKnown(users.disable(user));
        ended.fire(new SessionEnded.Disabled(user));
    }

    @POST
    @Path("/enable")
    public void enable(@Context SecurityContext caller, @PathParam("id") String id) {
        requireAdministrator(caller);
        requireKnown(users.enable(new UserId(id)));
    }

    private void requireAdministrator(SecurityContext caller) {
        callers.known(caller.getUserPrincipal());
        if (!caller.isUserInRole(config.role())) {
            throw new ChatException(ErrorCode.FORBIDDEN, "The token does not carry the role of an administrator.");
        }
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person.");
        }
    }
}
