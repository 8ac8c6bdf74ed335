package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OriginTest.OnePlatform.class)
class OriginTest {

    public static class OnePlatform implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.origins", "https://platform.example,https://shop.example:8443");
        }
    }

    private Person alice;

    @BeforeEach
    void person() {
        alice = Person.someone("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "", "http://platform.example", "https://platform.example:8443", "https://platform.example.evil.example",
            "https://evil.example/https://platform.example", "https://platform.example/", "https://PLATFORM.example", "https://platform.example, https://evil.example",
            "https://localhost", "http://localhost:1", "http://localhost.evil.example"})
    void aHandshakeOfAnotherOriginIsRefused(String origin) throws IOException {
        try (var socket = new RawSocket(alice, "Origin: " + origin)) {

            assertThat(socket.answer()).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://platform.example", "https://shop.example:8443", "http://localhost"})
    void aHandshakeOfAListedOriginOrOurOwnIsTaken(String origin) throws IOException {
        try (var socket = new RawSocket(alice, "Origin: " + origin)) {

            assertThat(socket.answer()).startsWith("HTTP/1.1 101");
        }
    }

    /// No browser: nobody else's page can make it call.
    @Test
    void aHandshakeWithoutAnOriginIsTaken() throws IOException {
        try (var socket = new RawSocket(alice)) {

            assertThat(socket.answer()).startsWith("HTTP/1.1 101");
        }
    }

    @Test
    void aPageOfAListedOriginMayCallAndReadTheAnswer() {
        var answer = RestAssured.given().auth().oauth2(alice.token()).header("Origin", "https://platform.example").get("/api/chat/conversations/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://platform.example");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Link", "Retry-After");
    }

    @Test
    void aPageOfAListedOriginMaySendATokenAndJson() {
        var answer = RestAssured.given().header("Origin", "https://platform.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type").options("/api/chat/conversations/start_conversation/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://platform.example");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("authorization", "content-type", "idempotency-key");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    }

    @Test
    void ofTwoOriginsEachHasToBePermitted() throws IOException {
        try (var socket = new RawSocket(alice, "Origin: https://platform.example", "Origin: https://evil.example")) {

            assertThat(socket.answer()).startsWith("HTTP/1.1 403");
        }
    }

    /// The framework's own filter fails on this host, which is no address.
    @Test
    void aPageOfAnotherOriginIsRefusedUnderWhateverNameItCalls() {
        var answer = RestAssured.given().auth().oauth2(alice.token()).header("Host", "chat_service").header("Origin", "http://evil.example").get("/api/chat/conversations/");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void aPageOfAnotherOriginMayNotCall(String origin) {
        var answer = RestAssured.given().auth().oauth2(alice.token()).header("Origin", origin).get("/api/chat/conversations/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }
}
