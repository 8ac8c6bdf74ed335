package org.eplatform.chat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdminResourceTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private Person admin;
    private Person bob;

    @BeforeEach
    void people() {
        admin = Person.someone("admin");
        bob = Person.someone("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kick", "disable", "enable"})
    void whoIsNoAdministratorMayNot(String action) {
        try (var socket = Socket.of(bob)) {

            assertProblem(ask(Person.someone("mallory"), bob, action), 403, "forbidden");

            socket.settle();
            bob.get("/api/chat/conversations/").then().statusCode(200);
        }
    }

    @Test
    void aKickEndsAllConnectionsOfThatPersonAndNoOther() {
        try (var desk = Socket.of(bob); var phone = Socket.of(bob); var other = Socket.of(Person.someone("carol"))) {
            var kicked = Instant.now();

            ask(admin, bob, "kick").then().statusCode(204);

            assertThat(desk.awaitClose()).isEqualTo(4001);
            assertThat(phone.awaitClose()).isEqualTo(4001);
            assertThat(Instant.now()).isBefore(kicked.plus(SOON));
            other.settle();
        }
    }

    @Test
    void afterAKickItTakesANewTokenToComeBack() {
        ask(admin, bob, "kick").then().statusCode(204);

        assertProblem(bob.get("/api/chat/conversations/"), 401, "unauthenticated");
        assertThat(closeCodeOf(bob)).isEqualTo(4001);
        // A token tells the second only in which it was given out.
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> bob.withTokenFor(Duration.ofHours(1)).get("/api/chat/conversations/").statusCode() == 200);
        try (var socket = Socket.of(bob.withTokenFor(Duration.ofHours(1)))) {
            socket.settle();
        }
    }

    @Test
    void aDisabledPersonIsKeptOutEverywhereUntilEnabled() {
        try (var socket = Socket.of(bob)) {
            var disabled = Instant.now();

            ask(admin, bob, "disable").then().statusCode(204);

            assertThat(socket.awaitClose()).isEqualTo(4003);
            assertThat(Instant.now()).isBefore(disabled.plus(SOON));
        }
        for (var person : new Person[] {bob, bob.withTokenFor(Duration.ofHours(1))}) {
            assertProblem(person.get("/api/chat/conversations/"), 403, "user_disabled");
            assertProblem(person.post("/api/chat/conversations/start_conversation/", Map.of("userId", admin.id())), 403, "user_disabled");
            assertThat(closeCodeOf(person)).isEqualTo(4003);
        }

        ask(admin, bob, "enable").then().statusCode(204);

        bob.get("/api/chat/conversations/").then().statusCode(200);
        try (var socket = Socket.of(bob)) {
            socket.settle();
        }
    }

    @Test
    void aDisabledAdministratorIsNone() {
        var fallen = Person.someone("admin");
        ask(admin, fallen, "disable").then().statusCode(204);

        assertProblem(ask(fallen, fallen, "enable"), 403, "user_disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kick", "disable", "enable"})
    void somebodyUnknownIsNotFound(String action) {
        assertProblem(ask(admin, new Person("nobody-knows", ""), action), 404, "user_not_found");
        assertProblem(ask(admin, new Person("u".repeat(256), ""), action), 400, "invalid_request");
    }

    private static Response ask(Person who, Person whom, String action) {
        return who.post("/api/chat/admin/users/" + whom.id() + "/" + action + "/", Map.of());
    }

    /// The code with which a new connection of this person ends.
    private static int closeCodeOf(Person person) {
        try (var socket = Socket.connect(URI.create("ws://localhost:" + RestAssured.port + "/ws/chat/"), person.token())) {
            return socket.awaitClose();
        }
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
