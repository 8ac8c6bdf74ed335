package org.eplatform.chat.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With an exporter, whoever traces a message sees what became of it, and nothing of who wrote what.
@QuarkusTest
@TestProfile(Traced.class)
class TracesTest {

    private static final String SECRET = "canary-in-the-text";

    @Inject
    SeenSpans spans;

    private final String trace = hex(16);
    private final String caller = hex(8);
    private Person alice;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        conversation = alice.conversationWith(Person.someone("bob"));
    }

    @Test
    void aSendGoesOnWithTheClientsTraceAndItsBatchLinksToIt() {
        try (var socket = Socket.of(alice)) {
            socket.say(send("1", "00-" + trace + "-" + caller + "-01"));
            assertThat(socket.answerTo("1").path("type").asText()).isEqualTo("ack");
        }

        var command = spans.await(trace, "chat.message.send");
        var batch = spans.await(trace, "chat.batch");
        assertThat(command.getParentSpanId()).isEqualTo(caller);
        assertThat(batch.getLinks()).extracting(LinkData::getSpanContext).containsExactly(command.getSpanContext());
        assertThat(batch.getEvents()).extracting("name").containsExactly("committed");
        assertThat(batch.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void soDoesOneOverRest() {
        given().auth().oauth2(alice.token()).header("traceparent", "00-" + trace + "-" + caller + "-01").contentType(ContentType.JSON)
                .body(Map.of("clientId", "c", "body", SECRET)).post("/api/chat/conversations/" + conversation + "/add_message/").then().statusCode(201);

        var call = spans.await("the call", span -> span.getTraceId().equals(trace) && span.getParentSpanId().equals(caller));
        var batch = spans.await(trace, "chat.batch");
        assertThat(call.getName()).isEqualTo("POST /api/chat/conversations/{id}/add_message");
        assertThat(batch.getLinks()).extracting(LinkData::getSpanContext).containsExactly(call.getSpanContext());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"})
    void aMalformedTraceparentIsPassedOverAndANewTraceBegins(String traceparent) {
        int before = spans.all().size();
        try (var socket = Socket.of(alice)) {
            socket.say(send("1", traceparent));
            assertThat(socket.answerTo("1").path("type").asText()).isEqualTo("ack");
        }

        var command = spans.await("the command", span -> spans.all().indexOf(span) >= before && span.getName().equals("chat.message.send"));
        assertThat(command.getParentSpanContext().isValid()).isFalse();
        assertThat(command.getTraceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aTraceparentThatIsNoTextIsPassedOverToo() {
        try (var socket = Socket.of(alice)) {
            socket.say(Map.of("type", "ping", "id", "1", "traceparent", Map.of("trace", 5)));

            assertThat(socket.answerTo("1").path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void whatTheCallerDoesNotSampleIsNotSampledHere() {
        try (var socket = Socket.of(alice)) {
            socket.say(send("1", "00-" + trace + "-" + caller + "-00"));
            socket.answerTo("1");
            socket.say(send("2", "00-" + hex(16) + "-" + caller + "-01"));
            socket.answerTo("2");
        }

        spans.await("the other one", span -> span.getName().equals("chat.message.send") && span.getParentSpanId().equals(caller));
        assertThat(spans.all()).noneMatch(span -> span.getTraceId().equals(trace));
    }

    @Test
    void aRefusedCommandSaysWhyAndIsNoFailureOfOurs() {
        try (var socket = Socket.of(alice)) {
            socket.say(Map.of("type", "message.send", "id", "1", "conversationId", UUID.randomUUID().toString(), "clientId", "c", "body", SECRET,
                    "traceparent", "00-" + trace + "-" + caller + "-01"));
            assertThat(socket.answerTo("1").path("code").asText()).isEqualTo("conversation_not_found");
        }

        var command = spans.await(trace, "chat.message.send");
        assertThat(attributes(command)).containsEntry("error.type", "conversation_not_found");
        assertThat(command.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void everyKindOfCommandHasASpanThatEnds() {
        try (var socket = Socket.of(alice)) {
            socket.say(traced(Map.of("type", "ping", "id", "1")));
            socket.say(traced(Map.of("type", "sync", "id", "2", "cursors", Map.of())));
            socket.say(traced(Map.of("type", "typing", "conversationId", conversation, "active", true)));
            socket.say(traced(Map.of("type", "presence.watch", "userIds", List.of(alice.id()))));
            socket.say(traced(Map.of("type", "marker.set", "conversationId", conversation, "readSeq", 0)));
            socket.say(traced(Map.of("type", "token.renew", "id", "3", "token", alice.token())));
            for (var name : List.of("ping", "sync", "typing", "presence.watch", "marker.set", "token.renew")) {
                spans.await(trace, "chat." + name);
            }
        }
    }

    @Test
    void theTraceIdOfARefusalIsTheOneOfItsTrace() {
        given().auth().oauth2(alice.token()).header("traceparent", "00-" + trace + "-" + caller + "-01").get("/api/chat/conversations/" + UUID.randomUUID() + "/")
                .then().statusCode(404).body("traceId", equalTo(trace));
    }

    @Test
    void noSpanSaysWhoDidItOrWhatTheySaid() {
        try (var socket = Socket.of(alice)) {
            socket.say(send("1", null));
            socket.answerTo("1");
            alice.say(conversation, SECRET).then().statusCode(201);
            alice.get("/api/chat/users/" + alice.id() + "/status/").then().statusCode(200);
            alice.get("/api/chat/users/?q=" + alice.id()).then().statusCode(200);
            given().get("/api/chat/users/" + alice.id() + "/status/?q=" + SECRET).then().statusCode(401);
        }
        spans.await("the status", span -> span.getName().contains("status") && attributes(span).containsValue("401"));

        assertThat(spans.all()).extracting(span -> span.getName() + attributes(span) + span.getEvents() + span.getLinks())
                .noneMatch(text -> text.contains(alice.id()) || text.contains(SECRET) || text.contains(alice.token()) || text.contains("127.0.0.1"));
    }

    @Test
    void ofAConnectionOnlyTheCommandsHaveSpans() {
        int before = spans.all().size();
        try (var socket = Socket.of(alice)) {
            socket.settle();
        }
        given().header("traceparent", "00-" + trace + "-" + caller + "-01").get("/api/chat/users/").then().statusCode(401);
        spans.await("the call after it", span -> span.getTraceId().equals(trace));

        assertThat(spans.all().subList(before, spans.all().size())).extracting(SpanData::getName).containsExactlyInAnyOrder("chat.ping", "GET /api/chat/users");
    }

    private Map<String, Object> send(String id, String traceparent) {
        var command = new HashMap<String, Object>(Map.of("type", "message.send", "id", id, "conversationId", conversation, "clientId", hex(8), "body", SECRET));
        if (traceparent != null) {
            command.put("traceparent", traceparent);
        }
        return command;
    }

    private Map<String, Object> traced(Map<String, Object> command) {
        var traced = new HashMap<>(command);
        traced.put("traceparent", "00-" + trace + "-" + caller + "-01");
        return traced;
    }

    private static Map<String, String> attributes(SpanData span) {
        var texts = new TreeMap<String, String>();
        span.getAttributes().forEach((key, value) -> texts.put(key.getKey(), String.valueOf(value)));
        return texts;
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
