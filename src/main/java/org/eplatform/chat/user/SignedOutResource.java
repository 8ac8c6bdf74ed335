package org.eplatform.chat.user;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// The last page, for providers that have none of their own, in the language that the browser asks for.
@Path("/chat/signed-out")
public class SignedOutResource {

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "signedOut", summary = "The last page, for providers that have none of their own")
    public RestResponse<String> page(@Context HttpHeaders headers) {
        var farewell = Farewell.wanted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseBuilder.ok(farewell.html(), MediaType.TEXT_HTML).header(HttpHeaders.CONTENT_LANGUAGE, farewell.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }
}
