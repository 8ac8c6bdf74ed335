package org.eplatform.chat.presence;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.protocol.UserView;
import org.eplatform.chat.user.Callers;
import org.jboss.resteasy.reactive.RestResponse;

/// The people one can talk to, with their status.
@Path("/api/chat/users")
@Authenticated
@RunOnVirtualThread
public class UserResource {

    private final Callers callers;
    private final Directory directory;
    private final Presence presence;

    UserResource(Callers callers, Directory directory, Presence presence) {
        this.callers = callers;
        this.directory = directory;
        this.presence = presence;
    }

    @GET
    @Operation(operationId = "searchUsers", summary = "The directory by name, without the caller; the next page is in the Link header")
    public RestResponse<List<UserView>> search(@Context SecurityContext caller, @QueryParam("q") String query, @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        var page = directory.search(callers.known(caller.getUserPrincipal()), query, after, Limit.parse(limit));
        return NextPage.link(page.users(), uri, "after", page.next());
    }

    @GET
    @Path("/{id}/status")
    @Operation(operationId = "userStatus", summary = "Whether somebody is online, and when they were last seen")
    public StatusView status(@Context SecurityContext caller, @PathParam("id") String id) {
        callers.known(caller.getUserPrincipal());
        return presence.status(new UserId(id));
    }
}
