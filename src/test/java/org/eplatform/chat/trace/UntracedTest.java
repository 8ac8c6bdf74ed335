package org.eplatform.chat.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// Without an exporter, a client that sends a `traceparent` is answered as every other.
@QuarkusTest
class UntracedTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Inject
    Traces traces;

    @Inject
    SeenSpans spans;

    @Test
    void aTraceparentChangesNothingAndThereIsNoSpan() {
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));
        try (var socket = Socket.of(alice)) {
            socket.say(Map.of("type", "message.send", "id", "1", "conversationId", conversation, "clientId", "first", "body", "Hello", "traceparent", TRACEPARENT));
            socket.send("2", conversation, "second", "Hello");

            assertThat(socket.answerTo("1").path("type").asText()).isEqualTo("ack");
            assertThat(socket.answerTo("1").fieldNames()).toIterable().containsExactlyElementsOf(() -> socket.answerTo("2").fieldNames());
        }
        assertThat(traces.areOn()).isFalse();
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void theTraceIdOfARefusalIsARandomOne() {
        String traceId = given().auth().oauth2(Person.someone("alice").token()).header("traceparent", TRACEPARENT)
                .get("/api/chat/conversations/" + UUID.randomUUID() + "/").then().statusCode(404).extract().path("traceId");

        assertThat(traceId).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
    }
}
