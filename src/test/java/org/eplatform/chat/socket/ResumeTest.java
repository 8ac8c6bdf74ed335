package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// P4: what was missed while away is told, all of it, with a verdict.
@QuarkusTest
class ResumeTest {

    @Inject
    Rows rows;

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
    void p4EverythingMissedIsToldInOrderAndTheVerdictIsComplete() {
        IntStream.rangeClosed(1, 10).forEach(i -> alice.say(conversation, "message " + i));
        try (var returning = Socket.of(bob)) {

            var synced = sync(returning, Map.of(conversation, 4));

            assertThat(synced.path("verdict").asText()).isEqualTo("complete");
            assertThat(synced.has("reset")).isFalse();
            assertThat(missed(returning, "message").stream().map(event -> event.path("message").path("seq").asInt())).containsExactly(5, 6, 7, 8, 9, 10);
        }
    }

    @Test
    void p4MoreThanOnePageIsToldWithoutAHole() {
        insertMessages(conversation, 450);
        try (var returning = Socket.of(bob)) {

            sync(returning, Map.of(conversation, 3));

            assertThat(missed(returning, "message").stream().map(event -> event.path("version").asLong()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(4, 450).mapToObj(Long::valueOf).toList());
        }
    }

    @Test
    void anEditTenTimesOverIsToldOnceInItsLastState() {
        String message = alice.say(conversation, "draft 0").path("id");
        try (var writer = Socket.of(alice); var returning = Socket.of(bob)) {
            for (int i = 1; i <= 10; i++) {
                writer.say(Map.of("type", "message.edit", "id", "e" + i, "conversationId", conversation, "messageId", message, "body", "draft " + i));
                assertThat(writer.answerTo("e" + i).path("version").asInt()).isEqualTo(1 + i);
            }
            returning.await("message", event -> event.path("version").asInt() == 11);
            var before = returning.frames().size();

            sync(returning, Map.of(conversation, 1));

            var told = returning.frames().stream().skip(before).filter(event -> event.path("type").asText().equals("message")).toList();
            assertThat(told).singleElement().satisfies(event -> assertThat(event.path("message").path("body").asText()).isEqualTo("draft 10"));
        }
    }

    @Test
    void deletionsAndMarkersAreToldToo() {
        String message = alice.say(conversation, "a slip").path("id");
        try (var writer = Socket.of(alice); var reader = Socket.of(bob)) {
            writer.say(Map.of("type", "message.delete", "id", "d", "conversationId", conversation, "messageId", message, "scope", "all"));
            assertThat(writer.answerTo("d").path("version").asInt()).isEqualTo(2);
            reader.say(Map.of("type", "marker.set", "id", "m", "conversationId", conversation, "readSeq", 1));
            reader.answerTo("m");
        }
        try (var returning = Socket.of(alice)) {

            sync(returning, Map.of(conversation, 1));

            assertThat(missed(returning, "message")).singleElement().satisfies(event -> {
                assertThat(event.path("message").path("body").asText()).isEmpty();
                assertThat(event.path("message").has("deletedAt")).isTrue();
            });
            assertThat(missed(returning, "marker").getLast().path("userId").asText()).isEqualTo(bob.id());
        }
    }

    @Test
    void aConversationThatOneDoesNotKnowIsToldWithoutItsHistory() {
        alice.say(conversation, "hello");
        try (var returning = Socket.of(bob)) {

            sync(returning, Map.of());

            var told = missed(returning, "conversation");
            assertThat(told).singleElement().satisfies(event -> {
                assertThat(event.path("conversation").path("id").asText()).isEqualTo(conversation);
                assertThat(event.path("conversation").path("unread").asInt()).isEqualTo(1);
                assertThat(event.path("version").asInt()).isEqualTo(1);
            });
            assertThat(missed(returning, "message")).isEmpty();
        }
    }

    @Test
    void aConversationThatSomebodyStartsIsToldToTheOtherAtOnce() {
        var carol = Person.someone("carol");
        try (var live = Socket.of(carol)) {

            var started = alice.conversationWith(carol);

            assertThat(live.await("conversation").path("conversationId").asText()).isEqualTo(started);
        }
    }

    @Test
    void cursorsThatCannotBeReadOnFromAreNamedInReset() {
        alice.say(conversation, "hello");
        var foreign = Person.someone("dave").conversationWith(Person.someone("erin"));
        var unknown = UUID.randomUUID().toString();
        try (var returning = Socket.of(bob)) {

            var synced = sync(returning, Map.of(conversation, 99, foreign, 0, unknown, 0));

            assertThat(synced.path("verdict").asText()).isEqualTo("reset");
            assertThat(synced.path("reset")).extracting(JsonNode::asText).containsExactlyInAnyOrder(conversation, foreign, unknown);
            assertThat(missed(returning, "message")).isEmpty();
        }
    }

    @Test
    void whoIsTenThousandChangesBehindStartsAnew() {
        insertMessages(conversation, 10_002);
        try (var returning = Socket.of(bob)) {

            assertThat(sync(returning, Map.of(conversation, 1)).path("reset")).extracting(JsonNode::asText).containsExactly(conversation);
        }
    }

    @Test
    void cursorsOfAnotherEpochAreVoid() {
        alice.say(conversation, "hello");
        try (var returning = Socket.of(bob)) {
            returning.say(Map.of("type", "sync", "id", "s", "epoch", UUID.randomUUID().toString(), "cursors", Map.of(conversation, 1)));

            assertThat(returning.await("synced").path("reset")).extracting(JsonNode::asText).containsExactly(conversation);
        }
    }

    @Test
    void p4FiveHundredConversationsFitIntoOneFrame() {
        Map<String, Object> cursors = new HashMap<>();
        rows.change("""
                with made as (insert into conversation (id, kind, last_seq, version) select gen_random_uuid(), 'direct', 2, 2 from generate_series(1, 500) returning id),
                     joined as (insert into participant (conversation_id, user_id) select id, p from made, unnest(array[?1, ?2]) p)
                insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select id, n, gen_random_uuid(), ?1, 'c' || n, 'message ' || n, n from made, generate_series(1, 2) n""", alice.id(), bob.id());
        rows.texts("select cast(conversation_id as text) from participant where user_id = ?1", bob.id()).forEach(id -> cursors.put(id, 1));
        cursors.put(conversation, 0);
        try (var returning = Socket.of(bob)) {

            var synced = sync(returning, cursors);

            assertThat(synced.path("verdict").asText()).isEqualTo("complete");
            assertThat(missed(returning, "message").stream().map(event -> event.path("conversationId").asText()).distinct()).hasSize(500);
        }
    }

    private void insertMessages(String conversation, int count) {
        rows.change("""
                insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select cast(?1 as uuid), n, gen_random_uuid(), ?2, 'c' || n, 'message ' || n, n from generate_series(1, cast(?3 as int)) n""", conversation, alice.id(), count);
        rows.change("update conversation set last_seq = ?2, version = ?2 where id = cast(?1 as uuid)", conversation, (long) count);
    }

    private static JsonNode sync(Socket socket, Map<String, ?> cursors) {
        socket.say(Map.of("type", "sync", "id", "sync", "cursors", cursors));
        return socket.await("synced");
    }

    private static List<JsonNode> missed(Socket socket, String type) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
    }
}
