package org.eplatform.chat.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What HTTP itself asks of a refusal.
@QuarkusTest
class HttpAnswersTest {

    private Person alice;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        conversation = alice.conversationWith(Person.someone("bob"));
    }

    /// The framework answers these before there is a call of ours: without a word, but with the right status.
    @ParameterizedTest
    @ValueSource(strings = {"?q=%zz", "?limit=1&q=|", "?limit=1&x=^", "?limit=1&x=\"", "?limit=1&x={"})
    void anAddressThatIsNoneIsRefused(String query) {
        assertThat(RawRequest.get(alice, "/api/chat/users/" + query)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", ";", "a/b/c", "application/json;q=x", "*/*;q="})
    void aStrangeHeaderIsNoMatterOfJson(String value) {
        var accepted = RestAssured.given().auth().oauth2(alice.token()).header("Accept", value).get("/api/chat/users/");
        var sent = RestAssured.given().auth().oauth2(alice.token()).header("Content-Type", value).body(new byte[] {'{', '}'})
                .post("/api/chat/conversations/start_conversation/");

        assertThat(List.of(accepted, sent)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
            assertThat(answer.asString()).doesNotContain("malformed_json");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DELETE | conversations/ | GET, HEAD, OPTIONS", "PUT | conversations/ID | GET, HEAD, OPTIONS",
            "DELETE | conversations/ID/add_message | OPTIONS, POST", "PUT | users/alice/status/ | GET, HEAD, OPTIONS"})
    void aRefusedMethodIsAnsweredWithThoseThatAreAllowed(String method, String path, String allowed) {
        var answer = RestAssured.given().auth().oauth2(alice.token()).request(method, "/api/chat/" + path.replace("ID", conversation));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void aTooLongBodyEndsAConnectionOfHttp1Alone() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var version : HttpClient.Version.values()) {
                // The first call of a client is always HTTP/1.1, with an offer to change.
                http.send(tooLong(version).GET().build(), BodyHandlers.discarding());

                var answer = http.send(tooLong(version).POST(BodyPublishers.ofString("x".repeat(140_000))).build(), BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.headers().firstValue("connection").isPresent()).isEqualTo(version == HttpClient.Version.HTTP_1_1);
            }
        }
    }

    private HttpRequest.Builder tooLong(HttpClient.Version version) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/chat/conversations/start_conversation/")).version(version)
                .timeout(Duration.ofSeconds(10)).header("Authorization", "Bearer " + alice.token()).header("Content-Type", "application/json");
    }

    @Test
    void aBadTokenIsToldFromAMissingOne() {
        var missing = RestAssured.given().get("/api/chat/conversations/");
        var bad = RestAssured.given().header("Authorization", "Bearer a.b.c").get("/api/chat/conversations/");

        assertThat(missing.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(bad.headers().getValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
    }
}
