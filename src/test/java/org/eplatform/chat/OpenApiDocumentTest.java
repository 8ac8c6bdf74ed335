package org.eplatform.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// After a change that is meant: `./mvnw test -Dtest=OpenApiDocumentTest -Dopenapi.write`, and `npm run types` in `src/main/webui`.
@QuarkusTest
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("docs/openapi.yaml");

    @Test
    void whatTheServiceOffersIsWhatIsCommitted() throws IOException {
        var offered = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(COMMITTED, offered);
        }

        assertThat(offered).isEqualTo(Files.readString(COMMITTED));
    }
}
