package org.eplatform.chat.error;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;

/// The REST calls as OpenAPI, for tools, beside probes and metrics. It is `docs/openapi.yaml` as it was committed, and a test sees that it tells what there is;
/// to make it anew from the resources, as development does, took every tenth millisecond of a start.
@Singleton
@IfBuildProfile("prod")
class ApiDocument {

    void offer(@Observes ManagementInterface management) {
        management.router().get("/q/openapi").handler(ApiDocument::answer);
    }

    private static void answer(RoutingContext call) {
        try (var document = ApiDocument.class.getResourceAsStream("/openapi/openapi.yaml")) {
            call.response().putHeader("Content-Type", "application/yaml;charset=UTF-8").end(Buffer.buffer(document.readAllBytes()));
        } catch (IOException e) {
            call.fail(e);
        }
    }
}
