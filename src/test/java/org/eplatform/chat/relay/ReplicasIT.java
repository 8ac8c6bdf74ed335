package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People at different replicas talk as if they were at one. The third replica may not listen, as behind a pooler of transactions: it finds all by asking.
class ReplicasIT {

    private static Replicas replicas;

    @BeforeAll
    static void start() throws Exception {
        replicas = Replicas.start(List.of(Map.of(), Map.of(), Map.of("CHAT_RELAY_LISTEN_URL", "jdbc:postgresql://localhost:1/nowhere")));
    }

    @AfterAll
    static void stop() throws Exception {
        replicas.close();
    }

    @Test
    void whatIsSaidAtOneReplicaIsHeardAtAnotherAtOnce() {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(1, "bob")) {
            alice.send("s", conversation, UUID.randomUUID().toString(), "hello");

            assertThat(bob.await("message").path("message").path("body").asText()).isEqualTo("hello");
        }
    }

    @Test
    void aReplicaThatCannotListenHearsAllTheSame() {
        var conversation = replicas.conversation("alice", "carol");
        try (var alice = replicas.socket(0, "alice"); var carol = replicas.socket(2, "carol")) {
            IntStream.range(0, 20).forEach(i -> alice.send("s" + i, conversation, UUID.randomUUID().toString(), "hello " + i));

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> versions(carol).equals(IntStream.rangeClosed(1, 20).boxed().toList()));
        }
    }

    @Test
    void whoWritesAtOneReplicaIsSeenWritingAtAnother() {
        var conversation = replicas.conversation("bob", "carol");
        try (var bob = replicas.socket(0, "bob"); var carol = replicas.socket(1, "carol")) {
            bob.say(Map.of("type", "typing", "id", "t", "conversationId", conversation, "active", true));

            assertThat(carol.await("typing").path("userId").asText()).isEqualTo("bob");
        }
    }

    @Test
    void aConversationThatIsStartedAtOneReplicaAppearsAtAnother() {
        replicas.conversation("alice", "dave");
        try (var dave = replicas.socket(1, "dave")) {
            var conversation = replicas.conversation("erin", "dave");

            assertThat(dave.await("conversation").path("conversationId").asText()).isEqualTo(conversation);
        }
    }

    /// P3: both write at once, each at a replica of their own, and a third one watches.
    @Test
    void p3WritersAtTwoReplicasAreHeardInOneOrderByAll() {
        var conversation = replicas.conversation("alice", "erin");
        try (var alice = replicas.socket(0, "alice"); var erin = replicas.socket(1, "erin"); var watching = replicas.socket(2, "erin")) {
            IntStream.range(0, 200).forEach(i -> {
                alice.send("a" + i, conversation, UUID.randomUUID().toString(), "a " + i);
                erin.send("e" + i, conversation, UUID.randomUUID().toString(), "e " + i);
                if (i % 25 == 24) {
                    alice.answerTo("a" + i);
                    erin.answerTo("e" + i);
                }
            });

            var all = IntStream.rangeClosed(1, 400).boxed().toList();
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                assertThat(versions(alice)).isEqualTo(all);
                assertThat(versions(erin)).isEqualTo(all);
                assertThat(versions(watching)).isEqualTo(all);
            });
        }
    }

    /// P1: the replica dies as soon as it has acknowledged, and before it can have told anybody more than the database.
    @Test
    void p1WhatADyingReplicaAcknowledgedIsHeardElsewhere() throws Exception {
        try (var two = Replicas.start(List.of(Map.of(), Map.of()))) {
            var conversation = two.conversation("alice", "bob");
            try (var alice = two.socket(0, "alice"); var bob = two.socket(1, "bob")) {
                IntStream.range(0, 30).forEach(i -> alice.send("s" + i, conversation, UUID.randomUUID().toString(), "last words"));
                alice.answerTo("s29");

                two.get(0).kill();

                Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> versions(bob).equals(IntStream.rangeClosed(1, 30).boxed().toList()));
            }
        }
    }

    private static List<Integer> versions(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map((JsonNode event) -> event.path("version").asInt()).toList();
    }
}
