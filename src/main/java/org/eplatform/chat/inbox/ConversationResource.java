package org.eplatform.chat.inbox;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.conversation.DirectConversations;
import org.eplatform.chat.message.Created;
import org.eplatform.chat.presence.NextPage;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ConversationPage;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.Position;
import org.eplatform.chat.protocol.StartConversation;
import org.eplatform.chat.user.Callers;
import org.jboss.resteasy.reactive.RestResponse;

/// The caller's conversations.
@Path("/api/chat/conversations")
@Authenticated
@RunOnVirtualThread
public class ConversationResource {

    private final Callers callers;
    private final Conversations conversations;
    private final DirectConversations directConversations;
    private final Inbox inbox;
    private final Event<Added> added;

    ConversationResource(Callers callers, Conversations conversations, DirectConversations directConversations, Inbox inbox, Event<Added> added) {
        this.callers = callers;
        this.conversations = conversations;
        this.directConversations = directConversations;
        this.inbox = inbox;
        this.added = added;
    }

    @GET
    @Operation(operationId = "listConversations", summary = "My conversations, newest activity first; the next page is in the Link header")
    public RestResponse<List<ConversationView>> list(@Context SecurityContext caller, @QueryParam("before") String before, @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        var page = inbox.list(callers.known(caller.getUserPrincipal()), before, Limit.parse(limit));
        return NextPage.link(page.conversations(), uri, "before", page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "openConversation", summary = "A conversation with a page of its messages, the newest unless told otherwise")
    public ConversationPage open(@Context SecurityContext caller, @PathParam("id") String id, @QueryParam("before") String before,
            @QueryParam("after") String after, @QueryParam("around") String around, @QueryParam("limit") String limit) {
        var access = conversations.enter(callers.known(caller.getUserPrincipal()), ConversationId.fromString(id));
        return inbox.open(access, Position.parse(before, after, around), Limit.parse(limit));
    }

    @POST
    @Path("/start_conversation")
    @Operation(operationId = "startConversation", summary = "The direct conversation with somebody: 201 when it is new, 200 when it was there")
    public RestResponse<ConversationView> start(@Context SecurityContext caller, StartConversation body) {
        if (body == null) {
            throw InvalidField.invalid("the body is missing");
        }
        var started = directConversations.start(callers.known(caller.getUserPrincipal()), body.userId());
        if (started.isNew()) {
            conversations.audience(started.access()).members()
                    .forEach(user -> added.fire(new Added(user, inbox.conversation(conversations.enter(user, started.access().conversation())))));
        }
        var view = inbox.conversation(started.access());
        return started.isNew() ? Created.in(view.id(), view) : RestResponse.ok(view);
    }
}
