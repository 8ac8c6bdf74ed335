package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eplatform.chat.testsupport.PageSession;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HostCookiesTest {

    @Test
    void everyCookieOfTheLoginIsForThisHostAndNoScript() throws Exception {
        try (var page = PageSession.of("alice")) {
            page.post("/chat/logout");

            assertThat(page.cookiesAsTheyCame()).hasSizeGreaterThan(3)
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-q_auth_page"))
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-q_session_at_page="))
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-q_session_page=;").contains("Max-Age=0"))
                    .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-q_").doesNotContainIgnoringCase("domain=")
                            .containsIgnoringCase("; path=/;").containsIgnoringCase("; secure").containsIgnoringCase("; httponly").containsIgnoringCase("; samesite=lax"));
        }
    }

    @Test
    void aSessionThatAnotherSubdomainPlantedCountsNothing() throws Exception {
        try (var page = PageSession.of("alice")) {
            assertThat(get("/chat/session", page.cookies()).statusCode()).isEqualTo(200);

            var planted = get("/chat/session", page.cookies().replace("__Host-", ""));

            assertThat(planted.statusCode()).isEqualTo(302);
        }
    }

    @Test
    void theApiTakesNoCookies() throws Exception {
        try (var page = PageSession.of("alice")) {

            for (var cookies : new String[] {page.cookies(), page.cookies().replace("__Host-", "")}) {
                var answer = get("/api/chat/conversations/", cookies);

                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
        }
    }

    private static Response get(String path, String cookies) {
        return RestAssured.given().redirects().follow(false).header("Cookie", cookies).get(path);
    }
}
