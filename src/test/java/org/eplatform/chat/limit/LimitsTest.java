package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people may do only so often, over REST and socket alike. Almost nothing refills while these tests run.
@QuarkusTest
@TestProfile(LimitsTest.Narrow.class)
class LimitsTest {

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("chat.limit.sends.burst", "5"), Map.entry("chat.limit.sends.refill", "1h"),
                    Map.entry("chat.limit.sends-to-conversation.burst", "3"), Map.entry("chat.limit.sends-to-conversation.refill", "5s"),
                    Map.entry("chat.limit.typing.burst", "3"), Map.entry("chat.limit.typing.refill", "1h"),
                    Map.entry("chat.limit.conversations.burst", "2"), Map.entry("chat.limit.conversations.refill", "1h"),
                    Map.entry("chat.limit.searches.burst", "2"), Map.entry("chat.limit.searches.refill", "1h"),
                    Map.entry("chat.limit.failed-logins.burst", "2"), Map.entry("chat.limit.failed-logins.refill", "1h"),
                    Map.entry("chat.limit.sockets-per-user", "2"));
        }
    }

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
        conversation = bob.conversationWith(alice);
    }

    @Test
    void whoSaysTooMuchInOneConversationIsToldHowLongToWaitAndNothingIsStored() {
        long accepted = sayUntilRefused();

        var refused = alice.say(conversation, "refused", "too much");

        assertLimited(refused, "sends_to_conversation");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        assertThat(rows.count("select count(*) from message where conversation_id = cast(?1 as uuid)", conversation)).isEqualTo(accepted);
        assertThat(rows.count("select version from conversation where id = cast(?1 as uuid)", conversation)).isEqualTo(accepted);
    }

    @Test
    void whatIsRefusedIsCountedByItsLimitAlone() {
        sayUntilRefused();
        double before = refusedBy("sends_to_conversation");
        double others = refusedBy("searches");

        alice.say(conversation, "counted", "too much");

        assertThat(refusedBy("sends_to_conversation")).isEqualTo(before + 1);
        assertThat(refusedBy("searches")).isEqualTo(others);
    }

    private double refusedBy(String limit) {
        return metrics.get("chat.limited").tag("limit", limit).counter().count();
    }

    @Test
    void afterThatTimeTheSameMessageIsStored() {
        sayUntilRefused();
        try (var socket = Socket.of(alice)) {
            socket.send("c0", conversation, "late", "late");
            assertThat(socket.answerTo("c0").path("code").asText()).isEqualTo("rate_limited");

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> alice.say(conversation, "late", "late").statusCode() == 201);
        }
    }

    @Test
    void restAndSocketCountTogetherAndEditsToo() {
        var carols = Person.someone("carol").conversationWith(alice);
        try (var socket = Socket.of(alice)) {
            // Given
            socket.send("c1", conversation, "one", "by socket");
            var message = socket.answerTo("c1").path("messageId").asText();
            alice.say(conversation, "by REST");
            socket.say(Map.of("type", "message.edit", "id", "c2", "conversationId", conversation, "messageId", message, "body", "edited"));
            socket.answerTo("c2");
            alice.say(carols, "elsewhere");
            alice.say(carols, "and again");

            // When
            socket.send("c3", carols, "six", "the sixth");

            // Then
            var refused = socket.answerTo("c3");
            assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
            assertThat(refused.path("limit").asText()).isEqualTo("sends");
            assertThat(refused.path("retryAfterMs").asLong()).isBetween(3_500_000L, 3_600_000L);
            assertThat(rows.count("select count(*) from message where client_id = 'six'")).isZero();
            assertThat(bob.say(conversation, "bob is not alice").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whoIsRefusedInOneConversationHasAsMuchLeftForTheOthers() {
        var carols = Person.someone("carol").conversationWith(alice);
        sayUntilRefused();
        Stream.generate(() -> alice.say(conversation, "in vain")).limit(10).forEach(Response::statusCode);

        var elsewhere = alice.say(carols, "elsewhere");

        assertThat(elsewhere.statusCode()).isEqualTo(201);
    }

    @Test
    void typingThatIsToldTooOftenIsLeftOutWithoutAWord() {
        try (var writer = Socket.of(alice); var reader = Socket.of(bob)) {
            // When
            for (int i = 0; i < 10; i++) {
                writer.say(Map.of("type", "typing", "conversationId", conversation, "active", true));
            }
            writer.settle();

            // Then
            reader.await("typing");
            reader.settle();
            assertThat(writer.frames()).noneMatch(frame -> frame.path("type").asText().equals("error"));
            // Of those that wait only the newest is sent on, so there may be fewer.
            assertThat(reader.frames().stream().filter(frame -> frame.path("type").asText().equals("typing")).count()).isBetween(1L, 3L);
        }
    }

    @Test
    void whoAsksForAnAnswerIsToldThatItWasTooOften() {
        try (var writer = Socket.of(alice)) {
            for (int i = 1; i <= 4; i++) {
                writer.say(Map.of("type", "typing", "id", "t" + i, "conversationId", conversation, "active", true));
            }

            assertThat(writer.answerTo("t3").path("type").asText()).isEqualTo("ack");
            assertThat(writer.answerTo("t4").path("limit").asText()).isEqualTo("typing");
        }
    }

    @Test
    void onlyConversationsThatAreNewCountAgainstTheirLimit() {
        var carol = Person.someone("carol");
        start(carol);
        for (int i = 0; i < 5; i++) {
            assertThat(start(bob).statusCode()).isEqualTo(200);
        }

        assertThat(start(Person.someone("dave")).statusCode()).isEqualTo(201);
        var erin = Person.someone("erin");
        assertLimited(start(erin), "conversations");
        assertThat(rows.count("select count(*) from participant where user_id = ?1", erin.id())).isZero();
        assertThat(start(carol).statusCode()).isEqualTo(200);
    }

    @Test
    void guessingWhoIsThereCountsAsWell() {
        for (int i = 0; i < 2; i++) {
            assertThat(start(new Person("nobody-" + i, "")).statusCode()).isEqualTo(404);
        }

        assertLimited(start(new Person("nobody", "")), "conversations");
    }

    @Test
    void searchesHaveALimitForEachPerson() {
        assertThat(List.of(alice.get("/api/chat/users/?q=x").statusCode(), alice.get("/api/chat/users/?q=y").statusCode())).containsOnly(200);

        assertLimited(alice.get("/api/chat/users/?q=z"), "searches");
        assertThat(bob.get("/api/chat/users/?q=z").statusCode()).isEqualTo(200);
    }

    @Test
    void oneConnectionTooManyIsClosedAndTheOthersStay() {
        try (var desk = Socket.of(alice); var phone = Socket.of(alice); var third = connect(alice)) {
            assertThat(third.awaitClose()).isEqualTo(4029);
            assertThat(third.frames()).isEmpty();
            desk.settle();
            phone.close();
            phone.awaitClose();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> welcomed(alice));
        }
    }

    @Test
    void whatACallerSaysOfTheirOwnAddressCountsForNothing() {
        var answers = Stream.iterate(1, i -> i + 1).limit(6).map(i -> RestAssured.given().auth().oauth2("not-a-token")
                .header("X-Forwarded-For", "203.0.113." + i).header("Forwarded", "for=203.0.113." + i).get("/api/chat/conversations/")).toList();

        assertLimited(answers.getLast(), "failed_logins");
        assertThat(answers.getLast().header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(alice.get("/api/chat/conversations/").statusCode()).as("a good token from the same address").isEqualTo(200);
    }

    /// How many were taken.
    private long sayUntilRefused() {
        return Stream.generate(() -> alice.say(conversation, "again")).limit(20).takeWhile(answer -> answer.statusCode() == 201).count();
    }

    private Response start(Person other) {
        return alice.post("/api/chat/conversations/start_conversation/", Map.of("userId", other.id()));
    }

    private static Socket connect(Person person) {
        return Socket.connect(URI.create("ws://localhost:" + RestAssured.port + "/ws/chat/"), person.token());
    }

    private static boolean welcomed(Person person) {
        try (var socket = connect(person)) {
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !socket.frames().isEmpty() || !socket.isOpen());
            return !socket.frames().isEmpty();
        }
    }

    private static void assertLimited(Response answer, String limit) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(429);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo("rate_limited");
        assertThat(answer.<String>path("limit")).isEqualTo(limit);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3_600);
    }
}
