package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresenceTest {

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
    }

    @Test
    void p7ThoseWhoWatchSeeSomebodyComeAndGo() {
        try (var watcher = Socket.of(alice)) {
            watcher.say(Map.of("type", "presence.watch", "id", "w", "userIds", List.of(bob.id())));
            assertThat(watcher.await("presence").path("online").asBoolean()).isFalse();
            watcher.answerTo("w");

            try (var _ = Socket.of(bob)) {
                watcher.await("presence", presence -> presence.path("online").asBoolean());
            }

            watcher.await("presence", presence -> !presence.path("online").asBoolean() && presence.has("lastActive"));
            assertThat(alice.get("/api/chat/users/{id}/status/", bob.id()).<String>path("lastActive")).isNotNull();
        }
    }

    @Test
    void oneOfTwoConnectionsGoingLeavesThePersonOnline() {
        try (var _ = Socket.of(bob)) {
            Socket.of(bob).close();

            assertThat(alice.get("/api/chat/users/{id}/status/", bob.id()).<Boolean>path("online")).isTrue();
        }
    }

    @Test
    void thoseWhoDoNotWatchAreNotTold() {
        try (var other = Socket.of(alice)) {
            Socket.of(bob).close();
            other.settle();

            assertThat(other.frames()).noneMatch(frame -> frame.path("type").asText().equals("presence"));
        }
    }

    @Test
    void typingIsToldToTheOthersAndNotToTheTypist() {
        var conversation = alice.conversationWith(bob);
        try (var typist = Socket.of(alice); var reader = Socket.of(bob)) {

            typist.say(Map.of("type", "typing", "conversationId", conversation, "active", true));

            var typing = reader.await("typing");
            assertThat(typing.path("userId").asText()).isEqualTo(alice.id());
            assertThat(typing.path("active").asBoolean()).isTrue();
            typist.settle();
            assertThat(typist.frames()).noneMatch(frame -> frame.path("type").asText().equals("typing"));
        }
    }
}
