package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// P5: a change of which delivery never heard (here one that is written behind the service's back) is noticed and told without a reconnect.
@QuarkusTest
class RepairTest {

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    private Person alice;
    private Person bob;
    private String conversation;
    private int seq;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
        conversation = alice.conversationWith(bob);
    }

    @Test
    void p5AHoleIsFilledInOrderWhenTheNextChangeShowsIt() {
        double repairs = metrics.counter("chat.repairs").count();
        try (var reader = Socket.of(bob)) {
            told();
            untold();
            untold();

            told();

            reader.await("message", event -> event.path("version").asInt() == 4);
            assertThat(versions(reader)).containsExactly(1, 2, 3, 4);
            assertThat(metrics.counter("chat.repairs").count()).isGreaterThan(repairs);
        }
    }

    @Test
    void p5TheLastOfABurstIsFoundWithoutAnyNextOne() {
        try (var reader = Socket.of(bob)) {
            told();

            untold();

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> versions(reader).equals(List.of(1, 2)));
        }
    }

    @Test
    void p5WithEveryFifthUntoldEverybodyHasEverythingOnceAndInOrder() {
        var random = new Random(5);
        try (var reader = Socket.of(bob); var writer = Socket.of(alice)) {
            told();

            IntStream.range(0, 150).forEach(_ -> {
                if (random.nextInt(5) == 0) {
                    untold();
                } else {
                    told();
                }
            });
            untold();

            var all = IntStream.rangeClosed(1, seq).boxed().toList();
            Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                assertThat(versions(reader)).isEqualTo(all);
                assertThat(versions(writer)).isEqualTo(all);
            });
        }
    }

    /// More than the queue of one connection holds.
    @Test
    void p5WhoReadsIsToldHoweverMuchAtOnceAndStaysConnected() {
        try (var reader = Socket.of(bob)) {
            told();

            untold(2_000);

            var all = IntStream.rangeClosed(1, seq).boxed().toList();
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(versions(reader)).isEqualTo(all));
        }
    }

    private void untold(int count) {
        seq += count;
        rows.change("""
                with counted as (update conversation set last_seq = last_seq + ?3, version = version + ?3 where id = cast(?1 as uuid) returning last_seq, version)
                insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select cast(?1 as uuid), last_seq - i, gen_random_uuid(), ?2, 'untold-' || last_seq - i, 'untold', version - i
                from counted, generate_series(0, ?3 - 1) i""", conversation, alice.id(), count);
    }

    private void told() {
        alice.say(conversation, "message " + ++seq).then().statusCode(201);
    }

    private void untold() {
        untold(1);
    }

    private static List<Integer> versions(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map((JsonNode event) -> event.path("version").asInt()).toList();
    }
}
