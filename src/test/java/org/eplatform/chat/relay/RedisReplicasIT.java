package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.FaultyWay;
import org.eplatform.chat.testsupport.RedisServer;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// By a real Redis, over a way that can be slow, stand still or break. One replica cannot reach it.
class RedisReplicasIT extends ReplicasContract {

    private final RedisServer redis;
    private final FaultyWay way;

    RedisReplicasIT() throws IOException {
        redis = RedisServer.start();
        way = FaultyWay.to(() -> URI.create(redis.address()));
    }

    @AfterAll
    void stopRedis() throws IOException, InterruptedException {
        way.close();
        redis.close();
    }

    /// Without Redis people hear of each other by the database, and at once again when it is back.
    @Test
    void whatIsSaidIsHeardWithoutRedisAndAfterItsReturn() throws Exception {
        var conversation = replicas().conversation("rupert", "sybil");
        try (var rupert = replicas().socket(0, "rupert"); var sybil = replicas().socket(1, "sybil")) {
            redis.kill();
            say(rupert, conversation, "without");
            heard(sybil, "without");

            redis.startProcess();

            say(rupert, conversation, "with");
            heard(sybil, "with");
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> replicas().get(0).number("chat_relay_ways_lost") + replicas().get(1).number("chat_relay_ways_lost") == 0);
        }
    }

    /// P7: the table of leases has it, whatever Redis has.
    @Test
    void p7WhoComesWhileRedisIsAwayIsSeenAndWhoGoesWhenItIsBackAndEmptyToo() throws Exception {
        replicas().conversation("alice", "zoe");
        try (var alice = replicas().socket(0, "alice")) {
            alice.say(Map.of("type", "presence.watch", "id", "w", "userIds", List.of("zoe")));
            alice.answerTo("w");
            redis.kill();
            try (var _ = replicas().socket(1, "zoe")) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lastPresence(alice));
                redis.startProcess();
            }

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !lastPresence(alice));
        }
    }

    /// A replica follows what its people need, and that alone.
    @Test
    void aReplicaFollowsItsPeopleAndThoseWhomTheyWatchAndLetsGoOfThem() {
        replicas().conversation("followed", "seen");
        try (var followed = replicas().socket(0, "followed")) {
            followed.say(Map.of("type", "presence.watch", "id", "w", "userIds", List.of("seen")));
            followed.answerTo("w");

            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                    assertThat(redis.channels()).contains("chat:for:followed", "chat:presence:seen").doesNotContain("chat:for:seen", "chat:presence:followed"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(redis.channels()).doesNotContain("chat:for:followed", "chat:presence:seen"));
    }

    /// Each message carries all that is to be told. What a replica asks of the database by itself, every two seconds and more, is far less than one in ten.
    @Test
    void aReplicaThatOnlyListensAsksTheDatabaseNothingForAMessage() {
        var conversation = replicas().conversation("trent", "victor");
        try (var trent = replicas().socket(0, "trent"); var victor = replicas().socket(1, "victor")) {
            say(trent, conversation, "first");
            heard(victor, "first");
            double before = acquired(1);

            int messages = 500;
            for (int i = 0; i < messages; i++) {
                say(trent, conversation, "m" + i);
            }

            heard(victor, "m" + (messages - 1));
            assertThat(acquired(1) - before).isLessThan(messages / 10.0);
        }
    }

    @Test
    void whatIsSaidIsHeardOnceAndInOrderHoweverSlowRedisIs() {
        way.delay(Duration.ofMillis(100));
        try {
            heardOnceAndInOrder("walter", () -> { });
        } finally {
            way.delay(Duration.ZERO);
        }
    }

    /// Nobody is told that nothing passes any more: what is missing is found by asking the database.
    @Test
    void whatIsSaidIsHeardWhileRedisStandsStillAndOnceWhenItGoesOn() {
        way.standStill();
        try {
            heardOnceAndInOrder("wendy", way::goOn);
        } finally {
            way.goOn();
        }
    }

    @Test
    void whatIsSaidIsHeardWhenAllConnectionsToRedisBreak() {
        way.reset();

        heardOnceAndInOrder("yolanda", () -> { });
    }

    /// Fifty messages, something that happens then, and fifty more.
    private void heardOnceAndInOrder(String listener, Runnable between) {
        var conversation = replicas().conversation("ulrich", listener);
        try (var speaking = replicas().socket(0, "ulrich"); var listening = replicas().socket(1, listener)) {
            for (int i = 0; i < 50; i++) {
                say(speaking, conversation, "m" + i);
            }
            heard(listening, "m49");
            between.run();
            for (int i = 50; i < 100; i++) {
                say(speaking, conversation, "m" + i);
            }
            heard(listening, "m99");

            assertThat(versions(listening)).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    private double acquired(int replica) {
        return replicas().get(replica).number("agroal_acquire_count_total");
    }

    private static void heard(Socket socket, String body) {
        socket.await("message", event -> event.path("message").path("body").asText().equals(body));
    }

    private static void say(Socket socket, String conversation, String body) {
        socket.send(body, conversation, UUID.randomUUID().toString(), body);
        assertThat(socket.answerTo(body).path("type").asText()).isEqualTo("ack");
    }

    @Override
    Map<String, String> connected() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + way.port());
    }

    @Override
    Map<String, String> unreached() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:1");
    }
}
