package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.PageSession;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BackChannelLogoutTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private Person bob;

    @BeforeEach
    void person() {
        bob = Person.someone("bob");
    }

    @Test
    void aLogoutOfASubjectEndsAllItsConnectionsAndNoOther() {
        try (var desk = Socket.of(bob); var phone = Socket.of(bob.withTokenOf("phone-" + bob.id())); var other = Socket.of(Person.someone("carol"))) {
            var loggedOut = Instant.now();

            logout(signed(claims(Map.of("sub", bob.id())))).then().statusCode(200).header("Cache-Control", org.hamcrest.Matchers.containsString("no-store"));

            assertThat(desk.awaitClose()).isEqualTo(4001);
            assertThat(phone.awaitClose()).isEqualTo(4001);
            assertThat(Instant.now()).isBefore(loggedOut.plus(SOON));
            other.settle();
        }
    }

    @Test
    void aLogoutOfASessionEndsItAloneAndWhatNamesNone() {
        var deskSession = UUID.randomUUID().toString();
        try (var desk = Socket.of(bob.withTokenOf(deskSession)); var phone = Socket.of(bob.withTokenOf("phone")); var unnamed = Socket.of(bob)) {

            logout(signed(claims(Map.of("sub", bob.id(), "sid", deskSession)))).then().statusCode(200);

            assertThat(desk.awaitClose()).isEqualTo(4001);
            assertThat(unnamed.awaitClose()).isEqualTo(4001);
            phone.settle();
        }
    }

    @Test
    void aLogoutThatNamesASessionOnlyEndsThat() {
        var deskSession = UUID.randomUUID().toString();
        try (var desk = Socket.of(bob.withTokenOf(deskSession)); var unnamed = Socket.of(bob)) {

            logout(signed(claims(Map.of("sid", deskSession)))).then().statusCode(200);

            assertThat(desk.awaitClose()).isEqualTo(4001);
            unnamed.settle();
        }
    }

    @Test
    void aTokenFromBeforeTheLogoutOpensNothingAndANewOneDoes() {
        logout(signed(claims(Map.of("sub", bob.id())))).then().statusCode(200);

        assertThat(bob.get("/api/chat/conversations/").statusCode()).isEqualTo(401);
        try (var socket = Socket.connect(URI.create("ws://localhost:" + RestAssured.port + "/ws/chat/"), bob.token())) {
            assertThat(socket.awaitClose()).isEqualTo(4001);
        }
        // A token tells the second only in which it was given out.
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> bob.withTokenFor(Duration.ofHours(1)).get("/api/chat/conversations/").statusCode() == 200);
    }

    @Test
    void aLogoutEndsThePagesSession() throws Exception {
        try (var page = PageSession.of(bob.id())) {

            logout(signed(claims(Map.of("sub", bob.id())))).then().statusCode(200);

            assertThat(page.get("/chat/session").statusCode()).isEqualTo(401);
            assertThat(page.get("/chat/session").statusCode()).isEqualTo(302);
        }
    }

    static Stream<Named<UnaryOperator<Map<String, Object>>>> wrong() {
        return Stream.of(
                named("no event", claims -> without(claims, "events")),
                named("another event", claims -> with(claims, "events", Map.of("urn:other", Map.of()))),
                named("an event that is no object", claims -> with(claims, "events", Map.of(EVENT, true))),
                named("events that are no object", claims -> with(claims, "events", EVENT)),
                named("a nonce", claims -> with(claims, "nonce", "n")),
                named("another client", claims -> with(claims, "aud", "another")),
                named("no client", claims -> without(claims, "aud")),
                named("another issuer", claims -> with(claims, "iss", "https://evil.example")),
                named("no issuer", claims -> without(claims, "iss")),
                named("nobody", claims -> without(claims, "sub")),
                named("a subject that is no text", claims -> with(claims, "sub", 7)),
                named("long expired", claims -> with(claims, "exp", Instant.now().minusSeconds(60).getEpochSecond())),
                named("no expiry", claims -> without(claims, "exp")),
                named("no time of issue", claims -> without(claims, "iat")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongLogoutTokenIsRefusedAndEndsNothing(UnaryOperator<Map<String, Object>> change) {
        try (var socket = Socket.of(bob)) {

            assertRefused(logout(signed(change.apply(claims(Map.of("sub", bob.id()))))));

            socket.settle();
            bob.get("/api/chat/conversations/").then().statusCode(200);
        }
    }

    @Test
    void whatIsNoLogoutTokenOfTheProviderIsRefused() throws Exception {
        var genuine = signed(claims(Map.of("sub", bob.id())));
        try (var socket = Socket.of(bob); var other = DevProvider.start(0)) {
            var foreign = sign(other.issuer(), with(claims(Map.of("sub", bob.id())), "iss", issuer));

            for (var token : new String[] {bob.token(), foreign, genuine.substring(0, genuine.lastIndexOf('.') + 1), "nonsense", "a.b.c", "", "x".repeat(8_000)}) {
                assertRefused(logout(token));
            }
            assertRefused(RestAssured.given().contentType("application/x-www-form-urlencoded").post("/chat/back-channel-logout"));

            socket.settle();
        }
    }

    private static Named<UnaryOperator<Map<String, Object>>> named(String name, UnaryOperator<Map<String, Object>> change) {
        return Named.of(name, change);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> without(Map<String, Object> claims, String name) {
        claims.remove(name);
        return claims;
    }

    private Map<String, Object> claims(Map<String, Object> who) {
        var claims = new HashMap<String, Object>(who);
        long now = Instant.now().getEpochSecond();
        claims.putAll(Map.of("iss", issuer, "aud", "chat", "iat", now, "exp", now + 120, "jti", UUID.randomUUID().toString(), "events", Map.of(EVENT, Map.of())));
        return claims;
    }

    private String signed(Map<String, Object> claims) {
        return sign(issuer, claims);
    }

    private static String sign(String provider, Map<String, Object> claims) {
        try {
            return RestAssured.given().contentType("application/json").queryParam("typ", "logout+jwt").body(new ObjectMapper().writeValueAsString(claims))
                    .post(provider + "/sign").then().statusCode(200).extract().asString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Response logout(String token) {
        return RestAssured.given().contentType("application/x-www-form-urlencoded").formParam("logout_token", token).post("/chat/back-channel-logout");
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isEqualTo("invalid_request");
    }
}
