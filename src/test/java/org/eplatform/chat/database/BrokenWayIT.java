package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.FaultyWay;
import org.eplatform.chat.testsupport.FrozenDatabase;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas, each with a way of its own to the database: that of one can be slow, stand still or break, and the database can die.
class BrokenWayIT {

    private Path data;
    private DevDatabase database;
    private FaultyWay whole;
    private FaultyWay broken;
    private Replicas replicas;

    @BeforeEach
    void start() throws Exception {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "database");
        database = DevDatabase.keeping(data);
        whole = FaultyWay.to(() -> address(database));
        broken = FaultyWay.to(() -> address(database));
        replicas = Replicas.start(database, List.of(by(whole), by(broken)));
    }

    @AfterEach
    void stop() throws Exception {
        replicas.close();
        database.close();
        whole.close();
        broken.close();
    }

    @Test
    void p5AReplicaThatIsCutOffSendsItsPeopleElsewhereWhileTheOthersTalkOn() throws Exception {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(0, "bob"); var cutOff = replicas.socket(1, "bob")) {
            long start = System.nanoTime();
            broken.standStill();

            say(alice, conversation, "s", "during");
            assertThat(bob.await("message").path("message").path("body").asText()).isEqualTo("during");
            Awaitility.await().atMost(Duration.ofSeconds(25)).until(() -> !cutOff.isOpen());

            assertThat(cutOff.awaitClose()).isEqualTo(1013);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(8));
        } finally {
            broken.goOn();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> replicas.get(1).status("/q/health/ready") == 200);
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(1, "bob")) {
            say(alice, conversation, "t", "after");
            bob.await("message", message -> message.path("message").path("body").asText().equals("after"));
        }
    }

    @Test
    void aSlowWayMakesSendsSlowAndNothingElse() {
        var conversation = replicas.conversation("alice", "bob");
        broken.delay(Duration.ofMillis(200));
        try (var alice = replicas.socket(1, "alice"); var bob = replicas.socket(0, "bob")) {
            long start = System.nanoTime();
            say(alice, conversation, "s", "slow");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            bob.await("message", message -> message.path("message").path("body").asText().equals("slow"));
        } finally {
            broken.delay(Duration.ZERO);
        }
    }

    @Test
    void whatIsSaidIsHeardOnceAndInOrderWhenAllConnectionsToTheDatabaseBreak() {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(1, "bob")) {
            for (int i = 0; i < 60; i++) {
                if (i % 20 == 10) {
                    whole.reset();
                    broken.reset();
                }
                say(alice, conversation, "s" + i, "m" + i);
            }

            hears(bob, 60);
        }
    }

    /// P1 and P7: the tables of leases are empty after it.
    @Test
    void p1WhatWasAcknowledgedOutlivesTheDeathOfTheDatabaseAndPresenceIsTrueAfterIt() throws Exception {
        var conversation = replicas.conversation("alice", "bob");
        try (var alice = replicas.socket(0, "alice"); var bob = replicas.socket(1, "bob")) {
            IntStream.range(0, 60).forEach(i -> alice.send("s" + i, conversation, "c" + i, "m" + i));
            alice.answerTo("s10");

            FrozenDatabase.kill(database);
            // Lets go of the folder.
            database.close();
            database = DevDatabase.keeping(data);

            for (int i = 0; i < 60; i++) {
                say(alice, conversation, "again" + i, "m" + i, "c" + i);
            }
            say(alice, conversation, "last", "m60");
            hears(bob, 61);
            Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> online(0, "bob") && online(1, "alice"));
        }
    }

    private boolean online(int replica, String user) {
        var service = replicas.get(replica);
        return JsonPath.from(service.get("/api/chat/users/" + user + "/status/", service.token("carol")).body()).getBoolean("online");
    }

    private static void hears(Socket socket, int messages) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message"))
                .map(frame -> frame.path("message").path("seq").asInt())).isEqualTo(IntStream.rangeClosed(1, messages).boxed().toList()));
    }

    private static void say(Socket socket, String conversation, String id, String body) {
        say(socket, conversation, id, body, UUID.randomUUID().toString());
    }

    /// As a client does: again, as long as it is told that it may work later.
    private static void say(Socket socket, String conversation, String id, String body, String clientId) {
        for (int attempt = 0; ; attempt++) {
            socket.send(id + "-" + attempt, conversation, clientId, body);
            var answer = socket.answerTo(id + "-" + attempt);
            if (answer.path("type").asText().equals("ack")) {
                return;
            }
            assertThat(answer.path("code").asText()).isEqualTo("busy");
            assertThat(attempt).isLessThan(20);
        }
    }

    private static Map<String, String> by(FaultyWay way) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres?user=postgres", "CHAT_PRESENCE_GRACE", "1S");
    }

    private static URI address(DevDatabase database) {
        return URI.create(database.jdbcUrl().substring("jdbc:".length()));
    }
}
