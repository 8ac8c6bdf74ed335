package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// P9: a client that does not read.
@QuarkusTest
class SlowReaderTest {

    /// 32 kB each: more than the system's buffers and the outbox hold together.
    private static final int MESSAGES = 600;
    private static final String LONG = "🗺".repeat(8_000);
    private static final int WINDOW = 20;

    @Inject
    Connections connections;

    @Inject
    MeterRegistry metrics;

    @Test
    void p9WhoDoesNotReadIsEndedWhileTheOthersMissNothingAndFindsEverythingOnReturn() throws IOException {
        // Given
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        var conversation = alice.conversationWith(bob);
        var overflows = metrics.counter("chat.queue.overflows", "queue", "outbound");
        double before = overflows.count();
        try (var deaf = new RawSocket(bob); var reader = Socket.of(bob); var writer = Socket.of(alice)) {
            assertThat(deaf.answer()).startsWith("HTTP/1.1 101");
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> connections.of(new UserId(bob.id())).size() == 2);

            // When
            for (int i = 0; i < MESSAGES; i++) {
                writer.send("m" + i, conversation, "m" + i, LONG);
                if (i >= WINDOW) {
                    assertThat(writer.answerTo("m" + (i - WINDOW)).path("type").asText()).isEqualTo("ack");
                }
            }

            // Then
            reader.await("message", event -> event.path("message").path("seq").asInt() == MESSAGES);
            assertThat(reader.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map(frame -> frame.path("version").asInt()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, MESSAGES).boxed().toList());
            Awaitility.await("the deaf one is over").atMost(Duration.ofSeconds(15)).until(() -> connections.of(new UserId(bob.id())).size() == 1);
            assertThat(overflows.count()).isEqualTo(before + 1);
        }
        try (var returned = Socket.of(bob)) {
            returned.say(Map.of("type", "sync", "id", "s", "cursors", Map.of(conversation, MESSAGES / 2)));
            assertThat(returned.await("synced").path("verdict").asText()).isEqualTo("complete");
            assertThat(returned.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).count()).isEqualTo(MESSAGES / 2);
        }
    }
}
