package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds for several replicas, whatever carries news between them. Nothing reaches the third one, which finds all by asking the database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplicasContract {

    private static final String GRACE = "CHAT_PRESENCE_GRACE";

    private Replicas replicas;

    /// What makes a replica use this relay.
    abstract Map<String, String> connected();

    /// The same for one that the relay does not reach.
    abstract Map<String, String> unreached();

    @BeforeAll
    void start() throws Exception {
        replicas = Replicas.start(List.of(with(connected()), with(connected()), with(unreached())));
    }

    Replicas replicas() {
        return replicas;
    }

    private static Map<String, String> with(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put(GRACE, "1S");
        return Map.copyOf(all);
    }

    @AfterAll
    void stop() throws Exception {
        replicas.close();
    }

    @Test
    void whatIsSaidAtOneReplicaIsHeardAtAnotherAtOnce() {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(1, "bob")) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                var body = "hello " + i;
                alice.send("s" + i, conversation, UUID.randomUUID().toString(), body);
                bob.await("message", message -> message.path("message").path("body").asText().equals(body));
            }

            // Twenty times one after the other: by the database alone each would wait for up to 2 s.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void p5AReplicaThatNothingReachesFindsAllTheSame() {
        var conversation = replicas.conversation("alice", "carol");
        try (var alice = replicas.socket(0, "alice"); var carol = replicas.socket(2, "carol")) {
            IntStream.range(0, 20).forEach(i -> alice.send("s" + i, conversation, UUID.randomUUID().toString(), "hello " + i));

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> versions(carol).equals(IntStream.rangeClosed(1, 20).boxed().toList()));
        }
    }

    @Test
    void aReplicaThatNothingReachesSaysSoOnceAndInItsNumbers() throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                assertThat(IntStream.range(0, 3).mapToObj(i -> replicas.get(i).number("chat_relay_ways_lost") > 0)).containsExactly(false, false, true));
        assertThat(replicas.get(2).log().lines().filter(line -> line.contains("This replica cannot hear others by"))).hasSize(1);
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

    @Test
    void p3SixteenWritersOverAllReplicasAreHeardInOneOrderByAll() throws Exception {
        HotConversation.check(replicas, 5_000, 50);
    }

    /// P7: nineteen of twenty within a second.
    @Test
    void p7WhoComesIsSeenAtAnotherReplicaWithinASecond() {
        var people = IntStream.range(0, 40).mapToObj(i -> "comes-" + i).toList();
        people.forEach(user -> replicas.conversation("alice", user));
        try (var alice = replicas.socket(0, "alice")) {
            alice.say(Map.of("type", "presence.watch", "id", "w", "userIds", people));
            alice.answerTo("w");

            var waits = people.stream().map(user -> {
                try (var _ = replicas.socket(1, user)) {
                    long there = System.nanoTime();
                    alice.await("presence", presence -> presence.path("userId").asText().equals(user) && presence.path("online").asBoolean());
                    return Duration.ofNanos(System.nanoTime() - there);
                }
            }).sorted().toList();

            assertThat(waits.get(people.size() * 95 / 100)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void p7SomebodyIsSeenToComeAndGoAtAnotherReplica() {
        seenToComeAndGo("frank");
    }

    private void seenToComeAndGo(String user) {
        replicas.conversation("alice", user);
        try (var alice = replicas.socket(0, "alice")) {
            watch(alice, user);
            assertThat(alice.await("presence").path("online").asBoolean()).isFalse();

            replicas.socket(1, user).close();

            alice.await("presence", presence -> presence.path("online").asBoolean());
            alice.await("presence", presence -> !presence.path("online").asBoolean() && presence.has("lastActive"));
        }
    }

    @Test
    void p7WhoIsConnectedToTwoReplicasStaysOnlineWhenOneConnectionEnds() {
        replicas.conversation("alice", "grace");
        try (var _ = replicas.socket(1, "grace"); var alice = replicas.socket(0, "alice")) {
            var second = replicas.socket(0, "grace");
            watch(alice, "grace");
            alice.await("presence", presence -> presence.path("online").asBoolean());

            second.close();

            // Somebody else is seen to leave by then, who left later.
            seenToComeAndGo("judy");
            assertThat(alice.frames()).noneMatch(frame -> frame.path("type").asText().equals("presence") && !frame.path("online").asBoolean());
            assertThat(replicas.all()).allSatisfy(service -> assertThat(online(service, "grace")).isTrue());
        }
    }

    @Test
    void p7WhoWatchesWhereNothingArrivesLearnsItAllTheSame() {
        replicas.conversation("alice", "heidi");
        try (var alice = replicas.socket(2, "alice")) {
            watch(alice, "heidi");
            assertThat(alice.await("presence").path("online").asBoolean()).isFalse();

            try (var _ = replicas.socket(0, "heidi")) {
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lastPresence(alice));
            }
        }
    }

    /// Their replica has told of them before anybody watches, and has not written down yet that they are there.
    @Test
    void p7WhoIsWatchedAMomentAfterTheyCameIsSeenToBeThere() {
        for (var user : List.of("frank", "grace", "heidi", "ivan", "judy")) {
            replicas.conversation("alice", user);
            try (var alice = replicas.socket(0, "alice"); var _ = replicas.socket(1, user)) {
                watch(alice, user);

                alice.await("presence");
                Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> lastPresence(alice));
            }
        }
    }

    /// P1 and P7: the replica dies as soon as it has acknowledged, and before it can have told anybody more than the database.
    @Test
    void p1WhatADyingReplicaAcknowledgedIsHeardElsewhereAndItsPeopleGoOffline() throws Exception {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(1, "alice"); var bob = replicas.socket(0, "bob")) {
            watch(bob, "alice");
            bob.await("presence", presence -> presence.path("online").asBoolean());
            IntStream.range(0, 30).forEach(i -> alice.send("s" + i, conversation, UUID.randomUUID().toString(), "last words"));
            int last = alice.answerTo("s29").path("version").asInt();

            replicas.get(1).kill();

            var all = IntStream.rangeClosed(last - 29, last).boxed().toList();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> versions(bob).equals(all));
            Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> !lastPresence(bob));
        } finally {
            replicas.get(1).startProcess();
        }
    }

    @Test
    void whoIsThrownOutAtOneReplicaIsThrownOutAtAll() {
        replicas.conversation("alice", "ivan");
        try (var near = replicas.socket(1, "ivan"); var far = replicas.socket(2, "ivan")) {
            var service = replicas.all().getFirst();

            assertThat(service.post("/api/chat/admin/users/ivan/kick/", service.token("admin"), "{}").statusCode()).isEqualTo(204);

            assertThat(near.awaitClose()).isEqualTo(4001);
            assertThat(far.awaitClose()).isEqualTo(4001);
        }
    }

    private static void watch(Socket socket, String user) {
        socket.say(Map.of("type", "presence.watch", "id", "w-" + user, "userIds", List.of(user)));
        socket.answerTo("w-" + user);
    }

    static boolean lastPresence(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("presence")).toList().getLast().path("online").asBoolean();
    }

    private static boolean online(PackagedService service, String user) {
        return JsonPath.from(service.get("/api/chat/users/" + user + "/status/", service.token("alice")).body()).getBoolean("online");
    }

    static List<Integer> versions(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map((JsonNode event) -> event.path("version").asInt()).toList();
    }
}
