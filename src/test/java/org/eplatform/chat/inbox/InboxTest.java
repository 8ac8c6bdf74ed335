package org.eplatform.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InboxTest {

    @Test
    void theListHasTheNewestActivityFirstWithLastMessageUnreadAndPresence() {
        // Given
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        var carol = Person.someone("carol");
        var withBob = alice.conversationWith(bob);
        var withCarol = alice.conversationWith(carol);
        bob.say(withBob, "from bob");
        try (var _ = Socket.of(bob)) {

            // When
            var list = alice.get("/api/chat/conversations/");

            // Then
            assertThat(list.<List<String>>path("id")).containsExactly(withBob, withCarol);
            assertThat(list.<String>path("[0].lastMessage.body")).isEqualTo("from bob");
            assertThat(list.<Integer>path("[0].unread")).isEqualTo(1);
            assertThat(list.<Boolean>path("[0].participants.find { it.user.id == '" + bob.id() + "' }.user.online")).isTrue();
            assertThat(list.<Object>path("[1].lastMessage")).isNull();
        }
    }

    @Test
    void theListIsPagedToItsEndByTheLinkHeader() {
        // Given
        var alice = Person.someone("alice");
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            started.addFirst(alice.conversationWith(Person.someone("friend" + i)));
        }

        // When
        List<String> found = new ArrayList<>();
        String next = "?limit=2";
        for (int page = 0; next != null && page < 5; page++) {
            var answer = io.restassured.RestAssured.given().urlEncodingEnabled(false).auth().oauth2(alice.token()).get("/api/chat/conversations/" + next);
            found.addAll(answer.path("id"));
            var link = answer.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        // Then
        assertThat(found).isEqualTo(started);
        assertThat(next).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat/conversations", "/api/chat/conversations/", "/api/chat/users", "/api/chat/users/"})
    void pathsWorkWithAndWithoutTheTrailingSlash(String path) {
        Person.someone("alice").get(path).then().statusCode(200);
    }

    @Test
    void pathsWithAnIdDoSoToo() {
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));

        alice.get("/api/chat/conversations/{id}", conversation).then().statusCode(200);
        alice.get("/api/chat/conversations/{id}/", conversation).then().statusCode(200);
        alice.get("/api/chat/users/{id}/status", alice.id()).then().statusCode(200);
        alice.get("/api/chat/users/{id}/status/", alice.id()).then().statusCode(200);
    }

    @Test
    void p11AStrangerGetsTheSameAnswerAsForAConversationThatDoesNotExist() {
        var conversation = Person.someone("alice").conversationWith(Person.someone("bob"));
        var stranger = Person.someone("mallory");

        var foreign = stranger.get("/api/chat/conversations/{id}/", conversation);
        var missing = stranger.get("/api/chat/conversations/{id}/", "01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d");

        foreign.then().statusCode(404);
        assertThat(foreign.jsonPath().getMap("")).usingRecursiveComparison().ignoringFields("traceId").isEqualTo(missing.jsonPath().getMap(""));
        assertThat(foreign.jsonPath().getMap("")).containsEntry("code", "conversation_not_found");
        stranger.say(conversation, "let me in").then().statusCode(404);
    }
}
