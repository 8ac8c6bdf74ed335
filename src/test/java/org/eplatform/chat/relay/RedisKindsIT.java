package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.GuardedRedis;
import org.eplatform.chat.testsupport.RedisCluster;
import org.eplatform.chat.testsupport.Replicas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The kinds of Redis that a fleet has. Who writes is told by Redis alone, so the database cannot stand in for it here.
class RedisKindsIT {

    private static final Pattern RULES = Pattern.compile("an ACL needs `([^`]+)`");

    @Test
    void aClusterCarriesWhatIsForPeopleOfAllItsShards() throws Exception {
        try (var cluster = RedisCluster.start()) {
            carries(Map.of("QUARKUS_REDIS_HOSTS", cluster.addresses(), "QUARKUS_REDIS_CLIENT_TYPE", "cluster"));
        }
    }

    @Test
    void oneThatSpeaksTlsAndPermitsWhatTheDocumentationSaysCarriesNews() throws Exception {
        try (var redis = GuardedRedis.start(documentedRules())) {
            carries(environment(redis));
        }
    }

    @ParameterizedTest
    @CsvSource({"+ssubscribe, cannot hear others by Redis (NOPERM", "+spublish, cannot tell others by Redis (NOPERM"})
    void oneThatDoesNotPermitAllOfItIsTold(String left, String said) throws Exception {
        var rules = documentedRules().stream().filter(rule -> !rule.equals(left)).toList();
        try (var redis = GuardedRedis.start(rules); var replicas = Replicas.start(List.of(environment(redis)))) {
            var conversation = replicas.conversation("alice", "bob");
            try (var alice = replicas.socket(0, "alice")) {
                alice.send("s", conversation, "first", "Hello");
                alice.answerTo("s");

                Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> replicas.get(0).number("chat_relay_ways_lost") == 1);
                assertThat(replicas.get(0).log().lines().filter(line -> line.contains(said))).hasSize(1);
                assertThat(replicas.get(0).log()).doesNotContain("ERROR");
            }
        }
    }

    private static List<String> documentedRules() throws IOException {
        var rules = RULES.matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(rules.find()).isTrue();
        return List.of(rules.group(1).split(" "));
    }

    private static Map<String, String> environment(GuardedRedis redis) {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address(), "QUARKUS_REDIS_TLS_CONFIGURATION_NAME", "redis",
                "QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS", redis.certificate().toString());
    }

    private static void carries(Map<String, String> redis) throws Exception {
        var environment = new HashMap<>(redis);
        environment.put("CHAT_RELAY", "redis");
        try (var replicas = Replicas.start(List.of(environment, environment)); var alice = replicas.socket(0, "alice")) {
            for (int i = 0; i < 12; i++) {
                var reader = "reader-" + i;
                var conversation = replicas.conversation("alice", reader);
                try (var socket = replicas.socket(1, reader)) {
                    // Its subscription may be on its way yet: she begins and stops until it is heard.
                    var active = new AtomicBoolean();
                    Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(200)).until(() -> {
                        alice.say(Map.of("type", "typing", "conversationId", conversation, "active", active.getAndSet(!active.get())));
                        return socket.frames().stream().anyMatch(frame -> frame.path("type").asText().equals("typing"));
                    });
                }
            }
            assertThat(replicas.all()).allSatisfy(service -> assertThat(service.number("chat_relay_ways_lost")).isZero());
        }
    }
}
