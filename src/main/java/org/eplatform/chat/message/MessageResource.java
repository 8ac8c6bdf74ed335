package org.eplatform.chat.message;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eplatform.chat.protocol.AddMessage;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.user.Callers;
import org.jboss.resteasy.reactive.RestResponse;

/// Writing over REST: for back ends, and for clients that have no socket.
@Path("/api/chat/conversations/{id}/add_message")
@Authenticated
@RunOnVirtualThread
public class MessageResource {

    private final Callers callers;
    private final Writer writer;

    MessageResource(Callers callers, Writer writer) {
        this.callers = callers;
        this.writer = writer;
    }

    @POST
    @Operation(operationId = "addMessage", summary = "Writes a message: 201 when it is stored now, 200 when it was stored by an earlier try")
    public RestResponse<MessageView> addMessage(@Context SecurityContext caller, @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, AddMessage body) {
        if (body == null) {
            throw InvalidField.invalid("the body is missing");
        }
        var author = callers.known(caller.getUserPrincipal());
        var outcome = writer.write(new Write.Send(ConversationId.fromString(id), author, clientId(key, body), body.body(), body.replyTo()));
        return switch (outcome) {
            case Outcome.Stored(var message, var duplicate) -> duplicate ? RestResponse.ok(message) : Created.in(message.conversationId(), message);
            case Outcome.Changed _, Outcome.Marked _, Outcome.Refused _ -> throw new IllegalStateException("A send is stored or refused");
        };
    }

    /// The header is a quoted string in the IETF draft (Idempotency-Key, 07) and bare in the wild: both are taken.
    private static ClientId clientId(String key, AddMessage body) {
        if (key == null) {
            return InvalidField.required("clientId or Idempotency-Key", body.clientId());
        }
        var fromHeader = new ClientId(key.length() > 2 && key.startsWith("\"") && key.endsWith("\"") ? key.substring(1, key.length() - 1) : key);
        if (body.clientId() != null && !body.clientId().equals(fromHeader)) {
            throw InvalidField.invalid("clientId and Idempotency-Key differ");
        }
        return fromHeader;
    }
}
