package org.eplatform.chat.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// `GET /dev/token?user=alice`: a token as plain text, for the command line and for tests; an id that nobody has yet makes a new
/// person. `lifetime` is how long it holds, such as `PT10S`, `sid` the session that it names. Development and tests only.
@Path("/dev/token")
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
public class DevTokenResource {

    private final String provider;
    private final String client;

    DevTokenResource(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String provider, @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        this.provider = provider;
        this.client = client;
    }

    @GET
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN)
    public RestResponse<String> token(@QueryParam("user") String user, @QueryParam("lifetime") String lifetime,
            @QueryParam("sid") String session) throws IOException, InterruptedException {
        var address = URI.create(DevHttp.with(provider + "/token-of", "user", user, "client_id", client, "lifetime", lifetime, "sid", session));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
            return RestResponse.status(RestResponse.Status.fromStatusCode(answer.statusCode()), answer.body());
        }
    }
}
