package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eplatform.chat.testsupport.PageSession;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    @Test
    void theLanguageOfTheAccountComesWithTheSession() throws Exception {
        try (var page = PageSession.of("erin")) {
            assertThat(page.get("/chat/session").body()).contains("\"userId\":\"erin\"").contains("\"locale\":\"ar-EG\"");
        }
    }

    @Test
    void anAccountWithoutALanguageHasNoneInTheSession() throws Exception {
        try (var page = PageSession.of("alice")) {
            assertThat(page.get("/chat/session").body()).contains("\"userId\":\"alice\"").doesNotContain("locale");
        }
    }
}
