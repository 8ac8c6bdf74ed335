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

            var answer = page.post("/chat/logout");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("/logout?id_token_hint=ey", "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A", "%2Fchat%2F\"");
            assertThat(page.get("/chat/session").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyOut() throws Exception {
        try (var page = PageSession.of("alice")) {

            var answer = page.postBlindly("/chat/logout");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("forbidden", "X-Requested-With");
            assertThat(page.get("/chat/session").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLinkOrAnImageOfAnotherSiteSignsNobodyOut() throws Exception {
        try (var page = PageSession.of("alice")) {

            assertThat(page.get("/chat/logout").statusCode()).isEqualTo(405);

            assertThat(page.get("/chat/session").statusCode()).isEqualTo(200);
        }
    }
}
