package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eplatform.chat.dev.DevPerson;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RenewalTest {

    private static final Duration SHORT = Duration.ofSeconds(4);

    private Person alice;

    @BeforeEach
    void person() {
        alice = Person.someone("alice");
    }

    @Test
    void aConnectionThatRenewsItsTokenStaysThreeTimesOver() {
        try (var socket = Socket.of(alice.withTokenFor(SHORT))) {
            var first = Instant.now().plus(SHORT);

            for (int i = 1; i <= 3; i++) {
                var renewed = renew(socket, "r" + i, alice.withTokenFor(SHORT.multipliedBy(i)).token());
                assertThat(renewed.path("type").asText()).as(renewed.toString()).isEqualTo("ack");
                assertThat(Instant.parse(renewed.path("expiresAt").asText())).isBetween(first.minusSeconds(2), Instant.now().plus(SHORT.multipliedBy(i)));
            }

            awaitTime(first.plusSeconds(3));
            socket.settle();
            assertThat(socket.awaitClose()).isEqualTo(4001);
            assertThat(Instant.now()).isAfter(first.plus(SHORT));
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                named("another person's", _ -> Person.someone("bob").token()),
                named("one of another provider", RenewalTest::ofAnotherProvider),
                named("one without its signature", token -> token.substring(0, token.lastIndexOf('.') + 1)),
                named("one that is changed", token -> token.substring(0, token.length() - 8) + "AAAAAAAA"),
                named("no JWT", _ -> "opaque"));
    }

    private static Arguments named(String name, UnaryOperator<String> made) {
        return Arguments.of(org.junit.jupiter.api.Named.of(name, made));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aTokenThatIsRefusedChangesNothing(UnaryOperator<String> made) {
        try (var socket = Socket.of(alice.withTokenFor(SHORT))) {
            var expires = Instant.now().plus(SHORT);

            var refused = renew(socket, "r", made.apply(alice.token()));

            assertThat(refused.path("type").asText()).isEqualTo("error");
            assertThat(refused.path("code").asText()).as(refused.toString()).isEqualTo("unauthenticated");
            socket.settle();
            assertThat(socket.awaitClose()).isEqualTo(4001);
            assertThat(Instant.now()).isBetween(expires.minusSeconds(1), expires.plusSeconds(5));
        }
    }

    private static String ofAnotherProvider(String token) {
        try (var other = DevProvider.start(0)) {
            return other.token(DevPerson.find("alice").orElseThrow(), "chat");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode renew(Socket socket, String id, String token) {
        socket.say(Map.of("type", "token.renew", "id", id, "token", token));
        return socket.answerTo(id);
    }

    private static void awaitTime(Instant time) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(time));
    }
}
