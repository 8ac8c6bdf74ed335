package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eplatform.chat.testsupport.PageSession;
import org.junit.jupiter.api.Test;

/// With a provider that has no `end_session_endpoint`.
@QuarkusTest
@TestProfile(LogoutWithoutProviderTest.NoEndSession.class)
class LogoutWithoutProviderTest {

    public static final class NoEndSession implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.page.discovery-enabled", "false", "quarkus.oidc.page.authorization-path", "/authorize",
                    "quarkus.oidc.page.token-path", "/token", "quarkus.oidc.page.jwks-path", "/keys");
        }
    }

    @Test
    void signingOutEndsTheSessionHere() throws Exception {
        try (var page = PageSession.of("alice")) {

            var answer = page.post("/chat/logout");

            assertThat(answer.body()).isEqualTo("{\"location\":\"/chat/signed-out\"}");
            assertThat(page.get("/chat/signed-out").body()).contains("You are signed out of the chat");
            assertThat(page.get("/chat/session").statusCode()).isEqualTo(302);
        }
    }
}
