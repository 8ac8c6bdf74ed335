package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresenceTest {

    @Inject
    Presence presence;

    @Inject
    Ears ears;

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

            assertThat(isOnline(bob)).isTrue();
        }
    }

    /// Bob leaves while a watcher is being told that he is here.
    @Test
    void p7WhatAWatcherHearsLastIsTheTruth() {
        var bobId = new UserId(bob.id());
        presence.connected(bobId);
        ears.heard().clear();
        var leaving = Thread.ofVirtual().unstarted(() -> presence.disconnected(bobId));

        presence.tell(Set.of(bobId), status -> {
            leaving.start();
            // Were the leaving not held back, it would be over by then, and told before this.
            assertThat(joined(leaving, Duration.ofMillis(300))).isFalse();
            ears.heard().add(new EphemeralEvent.Presence(bobId, status.online(), status.lastActive()));
        });

        assertThat(joined(leaving, Duration.ofSeconds(5))).isTrue();
        assertThat(ears.heard()).filteredOn(told -> told.userId().equals(bobId)).extracting(EphemeralEvent.Presence::online).containsExactly(true, false);
    }

    @ApplicationScoped
    static class Ears {

        private final List<EphemeralEvent.Presence> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes Announced announced) {
            if (announced.event() instanceof EphemeralEvent.Presence told) {
                heard.add(told);
            }
        }

        List<EphemeralEvent.Presence> heard() {
            return heard;
        }
    }

    private static boolean joined(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOnline(Person person) {
        return alice.get("/api/chat/users/{id}/status/", person.id()).path("online");
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
