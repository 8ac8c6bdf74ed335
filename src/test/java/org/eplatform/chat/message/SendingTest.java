package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendingTest {

    @Inject
    Rows rows;

    @Test
    void aMessageIsAnsweredWithItsPlaceAndStandsInTheDatabase() {
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));

        var answer = alice.say(conversation, "Are you in at ten?");

        answer.then().statusCode(201);
        assertThat(answer.<Integer>path("seq")).isEqualTo(1);
        assertThat(rows.text("select body from message where id = cast(?1 as uuid)", answer.<String>path("id"))).isEqualTo("Are you in at ten?");
    }

    @Test
    void p2OneClientIdSentThirtyTwoTimesOverBothWaysIsOneRowAndThirtyTwoEqualAnswers() throws Exception {
        // Given
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));
        var clientId = UUID.randomUUID().toString();
        List<Callable<String>> tries = new ArrayList<>();
        try (var one = Socket.of(alice); var two = Socket.of(alice)) {
            IntStream.range(0, 16).forEach(i -> tries.add(() -> overRest(alice, conversation, clientId)));
            IntStream.range(0, 16).forEach(i -> tries.add(() -> overSocket(i % 2 == 0 ? one : two, "try-" + i, conversation, clientId)));

            // When
            List<Future<String>> answers;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                answers = threads.invokeAll(tries);
            }

            // Then
            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
            assertThat(rows.count("select count(*) from message where client_id = ?1", clientId)).isEqualTo(1);
            assertThat(one.frames().stream().filter(frame -> frame.path("duplicate").asBoolean())).hasSizeGreaterThanOrEqualTo(7);
        }
    }

    private static String overRest(Person sender, String conversation, String clientId) {
        var answer = sender.say(conversation, clientId, "once");
        assertThat(answer.statusCode()).isIn(200, 201);
        return answer.path("id") + " " + answer.path("seq") + " " + answer.path("createdAt");
    }

    private static String overSocket(Socket socket, String id, String conversation, String clientId) {
        socket.send(id, conversation, clientId, "once");
        var answer = socket.answerTo(id);
        return answer.path("messageId").asText() + " " + answer.path("seq").asText() + " " + answer.path("createdAt").asText();
    }

    @Test
    void p3ManyWritersGetOneOrderWithoutHoles() throws Exception {
        // Given
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        var conversation = alice.conversationWith(bob);
        var writers = List.of(alice, bob, alice, bob);

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : writers) {
                threads.submit(() -> IntStream.range(0, 25).forEach(i -> writer.say(conversation, "message " + i).then().statusCode(201)));
            }
        }

        // Then
        List<Integer> seqs = alice.get("/api/chat/conversations/{id}/?limit=200", conversation).path("messages.seq");
        assertThat(seqs.stream().map(Integer::longValue)).containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(rows.count("""
                select count(*) from (select created_at < lag(created_at) over (order by seq) as back, version <= lag(version) over (order by seq) as low
                from message where conversation_id = cast(?1 as uuid)) as pairs where back or low""", conversation)).isZero();
    }

    @Test
    void aRetryWithOtherTextFindsWhatTheFirstTryStored() {
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));
        alice.say(conversation, "same", "first").then().statusCode(201);

        var retry = alice.say(conversation, "same", "second");

        retry.then().statusCode(200);
        assertThat(retry.<String>path("body")).isEqualTo("first");
    }

    @Test
    void theSameClientIdOfAnotherSenderIsAnotherMessage() {
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        var conversation = alice.conversationWith(bob);
        alice.say(conversation, "same", "alice's").then().statusCode(201);

        var answer = bob.say(conversation, "same", "bob's");

        answer.then().statusCode(201);
        assertThat(answer.<Integer>path("seq")).isEqualTo(2);
    }

    @Test
    void theIdempotencyKeyHeaderStandsForTheClientId() {
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));
        alice.say(conversation, "k-1", "hello").then().statusCode(201);

        var answer = io.restassured.RestAssured.given().auth().oauth2(alice.token()).contentType("application/json").header("Idempotency-Key", "\"k-1\"")
                .body(Map.of("body", "hello")).post("/api/chat/conversations/{id}/add_message", conversation);

        answer.then().statusCode(200);
        assertThat(answer.<Integer>path("seq")).isEqualTo(1);
    }

    @Test
    void aReplyNamesTheMessageThatItAnswers() {
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        var conversation = alice.conversationWith(bob);
        String question = alice.say(conversation, "Are you in?").path("id");

        var answer = bob.post("/api/chat/conversations/" + conversation + "/add_message/", Map.of("clientId", "a", "body", "Yes", "replyTo", question));

        answer.then().statusCode(201);
        assertThat(answer.<String>path("replyTo")).isEqualTo(question);
    }
}
