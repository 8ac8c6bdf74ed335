package org.eplatform.chat.user;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The last page, for providers that have none of their own.
@Path("/chat/signed-out")
public class SignedOutResource {

    private static final String SIGNED_OUT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>Signed out</title><h1>You are signed out of the chat</h1><p>You may still be signed in at the platform.</p><p><a href="/chat/">Sign in again</a></p>
            """;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "signedOut", summary = "The last page, for providers that have none of their own")
    public String page() {
        return SIGNED_OUT;
    }
}
