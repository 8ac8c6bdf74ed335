package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MarkersTest {

    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
        conversation = alice.conversationWith(bob);
    }

    @Test
    void readingIsToldToTheWriterAndEmptiesTheUnreadCount() {
        alice.say(conversation, "one");
        alice.say(conversation, "two");
        assertThat(unread(bob)).isEqualTo(2);
        try (var writer = Socket.of(alice); var reader = Socket.of(bob)) {

            reader.say(Map.of("type", "marker.set", "conversationId", conversation, "readSeq", 2));

            var marker = writer.await("marker");
            assertThat(marker.path("userId").asText()).isEqualTo(bob.id());
            assertThat(marker.path("readSeq").asLong()).isEqualTo(2);
            assertThat(marker.path("deliveredSeq").asLong()).isEqualTo(2);
            assertThat(marker.path("version").asLong()).isEqualTo(3);
            assertThat(unread(bob)).isZero();
        }
    }

    @Test
    void sendingCountsAsHavingRead() {
        alice.say(conversation, "one");

        bob.say(conversation, "two");

        assertThat(unread(bob)).isZero();
        assertThat(unread(alice)).isEqualTo(1);
    }

    @Test
    void p6MarkersOnlyRiseWhateverOrderTheyComeIn() {
        // Given
        IntStream.range(0, 20).forEach(i -> alice.say(conversation, "message " + i));
        var random = new Random(6);
        try (var watcher = Socket.of(alice); var one = Socket.of(bob); var two = Socket.of(bob)) {

            // When
            for (int i = 0; i < 100; i++) {
                var command = Map.of("type", "marker.set", "conversationId", conversation, random.nextBoolean() ? "readSeq" : "deliveredSeq", random.nextInt(21));
                (i % 2 == 0 ? one : two).say(command);
            }
            one.say(Map.of("type", "marker.set", "id", "last", "conversationId", conversation, "readSeq", 20));
            one.answerTo("last");
            two.say(Map.of("type", "marker.set", "id", "last", "conversationId", conversation, "readSeq", 20));
            two.answerTo("last");

            // Then
            watcher.await("marker", marker -> marker.path("readSeq").asLong() == 20);
            var markers = watcher.frames().stream().filter(frame -> frame.path("type").asText().equals("marker"))
                    .sorted(java.util.Comparator.comparingLong(frame -> frame.path("version").asLong())).toList();
            assertThat(markers.stream().map(marker -> marker.path("readSeq").asLong())).isSorted();
            assertThat(markers.stream().map(marker -> marker.path("deliveredSeq").asLong())).isSorted();
            assertThat(markers.stream().map(marker -> marker.path("version").asLong())).doesNotHaveDuplicates();
        }
    }

    @Test
    void aMarkerBeyondTheLastMessageIsRefused() {
        alice.say(conversation, "one");
        try (var reader = Socket.of(bob)) {

            reader.say(Map.of("type", "marker.set", "id", "far", "conversationId", conversation, "readSeq", 2));

            assertThat(reader.answerTo("far").path("code").asText()).isEqualTo("invalid_request");
            assertThat(unread(bob)).isEqualTo(1);
        }
    }

    private int unread(Person person) {
        return person.get("/api/chat/conversations/{id}/", conversation).path("conversation.unread");
    }
}
