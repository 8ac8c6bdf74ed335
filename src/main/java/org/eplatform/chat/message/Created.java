package org.eplatform.chat.message;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.eplatform.chat.protocol.ConversationId;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// The answer to a call that made something: 201 with the conversation to find it in as its `Location` (RFC 9110, 15.3.2), relative, so that no
/// proxy can spoil it.
public final class Created {

    private Created() {}

    public static <T> RestResponse<T> in(ConversationId conversation, T made) {
        return ResponseBuilder.create(Status.CREATED, made).header(HttpHeaders.LOCATION, "/api/chat/conversations/" + conversation + "/").build();
    }
}
