package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.FrozenDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A database that takes everything and answers nothing. More people wait for it than the pool has connections.
class FrozenDatabaseIT {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int POOL = 20;
    private static final int CALLERS = 2 * POOL;

    private static DevDatabase database;
    private static PackagedService service;
    private static List<String> conversations;

    /// What came back, and after how long.
    private record Answer(int status, String retryAfter, String body, Duration after) {}

    @BeforeAll
    static void start() throws IOException {
        database = DevDatabase.empty();
        service = PackagedService.beside(database, Map.of());
        service.startProcess();
        conversations = Stream.of("bob", "carol", "dave", "erin").map(FrozenDatabaseIT::conversationOfAliceWith).toList();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    private static String conversationOfAliceWith(String other) {
        service.get("/api/chat/conversations/", service.token(other));
        var started = service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"" + other + "\"}");
        return JsonPath.from(started.body()).getString("id");
    }

    @Test
    void everyCallIsAnsweredBusyWithinFiveSeconds() throws Exception {
        warmUp();
        try (var _ = FrozenDatabase.freeze(database)) {
            var answers = all(CALLERS, FrozenDatabaseIT::readOrWrite);

            assertThat(answers).allSatisfy(FrozenDatabaseIT::assertBusy);
        }
        awaitRecovery();
    }

    /// The calls that a freeze finds in the middle of a transaction, or of its commit.
    @Test
    void aFreezeUnderLoadIsToldAsBusyAndAsNothingElse() throws Exception {
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            warmUp();
            var under = IntStream.range(0, POOL).mapToObj(i -> threads.submit(() -> untilRefused(i))).toList();
            Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);

            // When
            try (var _ = FrozenDatabase.freeze(database)) {
                answers = new ArrayList<>();
                for (var caller : under) {
                    answers.add(caller.get());
                }
            }
        }

        // Then
        assertThat(answers).allSatisfy(FrozenDatabaseIT::assertBusy);
        awaitRecovery();
    }

    @Test
    void theSocketAnswersBusyWithinFiveSecondsAndTheConnectionStays() throws Exception {
        try (var socket = Socket.connect(service.socketAddress(), service.token("alice"))) {
            socket.await("welcome");
            var clientId = UUID.randomUUID().toString();
            Duration after;
            JsonNode answer;
            try (var _ = FrozenDatabase.freeze(database)) {
                long sent = System.nanoTime();
                socket.send("frozen", conversations.getFirst(), clientId, "hello");
                answer = socket.answerTo("frozen");
                after = Duration.ofNanos(System.nanoTime() - sent);
            }
            assertThat(answer.path("code").asText()).isEqualTo("busy");
            assertThat(answer.path("retryAfterMs").asLong()).isPositive();
            assertThat(after).isLessThan(ANSWER);

            awaitRecovery();
            socket.send("thawed", conversations.getFirst(), clientId, "hello");
            assertThat(socket.answerTo("thawed").path("type").asText()).isEqualTo("ack");
        }
    }

    @Test
    void whoIsConnectedIsSentElsewhereOnceTheDatabaseHasBeenSilentForTenSeconds() throws Exception {
        var socket = Socket.connect(service.socketAddress(), service.token("alice"));
        socket.await("welcome");
        try (var _ = FrozenDatabase.freeze(database)) {
            Awaitility.await().atMost(Duration.ofSeconds(25)).until(() -> !socket.isOpen());
        }

        assertThat(socket.awaitClose()).isEqualTo(1013);
        awaitRecovery();
    }

    /// Each of them reads the database, and the commands of one connection are carried out one after the other.
    @Test
    void manyCommandsOfOneConnectionAreAllAnsweredBusyWithinFiveSeconds() throws Exception {
        try (var socket = Socket.connect(service.socketAddress(), service.token("bob"))) {
            socket.await("welcome");
            List<JsonNode> answers;
            Duration after;
            try (var _ = FrozenDatabase.freeze(database)) {
                long sent = System.nanoTime();
                for (int i = 0; i < 10; i++) {
                    socket.say(Map.of("type", "sync", "id", "frozen-" + i, "cursors", Map.of()));
                }
                answers = IntStream.range(0, 10).mapToObj(i -> socket.answerTo("frozen-" + i)).toList();
                after = Duration.ofNanos(System.nanoTime() - sent);
            }
            assertThat(answers).extracting(answer -> answer.path("code").asText()).containsOnly("busy");
            assertThat(after).isLessThan(ANSWER);

            awaitRecovery();
            socket.say(Map.of("type", "sync", "id", "thawed", "cursors", Map.of()));
            socket.await("synced");
        }
    }

    @Test
    void readinessGoesDownWithinTenSecondsAndLivenessStaysUp() throws Exception {
        try (var _ = FrozenDatabase.freeze(database)) {
            Awaitility.await("not ready").atMost(Duration.ofSeconds(10)).until(() -> service.status("/q/health/ready") == 503);

            assertThat(timed(() -> service.get("/q/health/live", "")))
                    .satisfies(live -> assertThat(live.status).isEqualTo(200)).satisfies(live -> assertThat(live.after).isLessThan(Duration.ofSeconds(1)));
        }
        awaitRecovery();
    }

    /// Within 5 s after the thaw it is ready and stores what it is given; then everybody is served, and every connection is back in the pool.
    private static void awaitRecovery() throws Exception {
        Awaitility.await("recovery").atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(service.status("/q/health/ready")).isEqualTo(200);
            assertThat(readOrWrite(0).status).isEqualTo(201);
        });
        Awaitility.await("a whole pool").atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(all(POOL, FrozenDatabaseIT::readOrWrite)).extracting(Answer::status).containsOnly(200, 201);
            assertThat(service.number("agroal_active_count")).isZero();
            assertThat(service.number("agroal_awaiting_count")).isZero();
        });
    }

    /// Many at once, so that the pool is full.
    private static void warmUp() throws Exception {
        all(POOL, FrozenDatabaseIT::readOrWrite);
    }

    private static Answer untilRefused(int caller) throws Exception {
        Answer answer;
        do {
            answer = readOrWrite(caller);
        } while (answer.status < 300);
        return answer;
    }

    private static Answer readOrWrite(int caller) throws Exception {
        var path = "/api/chat/conversations/" + conversations.get(caller % conversations.size());
        return timed(() -> caller % 3 == 0
                ? service.post(path + "/add_message/", service.token("alice"), "{\"clientId\":\"" + UUID.randomUUID() + "\",\"body\":\"hello\"}")
                : service.get(path + "/?limit=10", service.token("alice")));
    }

    private static Answer timed(Callable<HttpResponse<String>> call) throws Exception {
        long start = System.nanoTime();
        var response = call.call();
        return new Answer(response.statusCode(), response.headers().firstValue("Retry-After").orElse(""), response.body(), Duration.ofNanos(System.nanoTime() - start));
    }

    private interface Caller {
        Answer call(int number) throws Exception;
    }

    private static List<Answer> all(int callers, Caller caller) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(IntStream.range(0, callers).<Callable<Answer>>mapToObj(i -> () -> caller.call(i)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static void assertBusy(Answer answer) {
        assertThat(answer.status).as(answer.body).isEqualTo(503);
        assertThat(answer.body).contains("\"code\":\"busy\"");
        assertThat(answer.retryAfter).matches("[1-9][0-9]*");
        assertThat(answer.after).isLessThan(ANSWER);
    }
}
