package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eplatform.chat.testsupport.PageSession;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogoutTest {

    @Test
    void signingOutEndsTheSessionHereAndSendsThePersonToTheProvider() throws Exception {
        try (var page = PageSession.of("alice")) {

            var answer = page.get("/chat/logout");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("location").orElseThrow()).contains("/logout?id_token_hint=ey", "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A")
                    .endsWith("%2Fchat%2F");
            assertThat(page.get("/chat/session").statusCode()).isEqualTo(302);
        }
    }
}
