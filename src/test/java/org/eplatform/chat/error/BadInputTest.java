package org.eplatform.chat.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// P12: bad input gets a clear error and changes nothing, on REST and on the socket alike.
@QuarkusTest
class BadInputTest {

    private static final String LONG = "x".repeat(8_001);
    private static final String DEEP = "[".repeat(40) + "]".repeat(40);

    private Person alice;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        conversation = alice.conversationWith(Person.someone("bob"));
    }

    @Inject
    Rows rows;

    /// Bodies of `add_message`, and fields of `message.send`: what is wrong is wrong on both ways.
    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("\"clientId\":\"a\",\"body\":\"\"", "empty_message"),
                arguments("\"clientId\":\"a\",\"body\":\" \\n\\t\\u00a0 \"", "empty_message"),
                arguments("\"clientId\":\"a\",\"body\":\"" + LONG + "\"", "message_too_long"),
                arguments("\"clientId\":\"a\",\"body\":\"a\\u0000b\"", "invalid_text"),
                arguments("\"clientId\":\"a\",\"body\":\"\\ud800\"", "invalid_text"),
                arguments("\"clientId\":\"a\",\"body\":\"\\udc00\\ud800\"", "invalid_text"),
                arguments("\"clientId\":\"a\",\"body\":5", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":true", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":null", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":[\"x\"]", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":{}", "invalid_request"),
                arguments("\"clientId\":\"a\"", "invalid_request"),
                arguments("\"body\":\"x\"", "invalid_request"),
                arguments("\"clientId\":\"\",\"body\":\"x\"", "invalid_request"),
                arguments("\"clientId\":\"a b\",\"body\":\"x\"", "invalid_request"),
                arguments("\"clientId\":\"" + "a".repeat(65) + "\",\"body\":\"x\"", "invalid_request"),
                arguments("\"clientId\":7,\"body\":\"x\"", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":\"x\",\"replyTo\":\"1-2-3-4-5\"", "invalid_request"),
                arguments("\"clientId\":\"a\",\"body\":\"x\",\"replyTo\":\"01980a5f-0a2b-7c3d-8e4f-5a6b7c8d9e0f\"", "invalid_request"),
                arguments("\"clientId\":\"a\",\"clientId\":\"b\",\"body\":\"x\"", "malformed_json"),
                arguments("\"clientId\":\"a\",\"body\":\"x\",\"extra\":" + DEEP, "malformed_json"),
                arguments("\"clientId\":\"a\",\"body\":\"x\",\"extra\":123456789012345678901234567890", "malformed_json"),
                arguments("\"clientId\":\"a\",\"body\":\"x\",", "malformed_json"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongMessageIsRefusedOnRest(String fields, String code) {
        var answer = alice.post("/api/chat/conversations/" + conversation + "/add_message/", "{" + fields + "}");

        assertProblem(answer, 400, code);
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongMessageIsRefusedOnTheSocketWhichStaysOpen(String fields, String code) {
        try (var socket = Socket.of(alice)) {
            socket.say("{\"type\":\"message.send\",\"id\":\"c1\",\"conversationId\":\"" + conversation + "\"," + fields + "}");

            assertRefused(socket, code);
            assertNothingChanged();
        }
    }

    static Stream<Arguments> wrongFrames() {
        return Stream.of(
                arguments("", "malformed_json"), arguments("{", "malformed_json"), arguments("nonsense", "malformed_json"),
                arguments("[]", "malformed_json"), arguments("\"text\"", "malformed_json"), arguments("null", "malformed_json"), arguments("{} {}", "malformed_json"),
                arguments("{}", "invalid_request"), arguments("{\"type\":5}", "unknown_type"), arguments("{\"type\":null}", "invalid_request"),
                arguments("{\"type\":\"no.such\"}", "unknown_type"), arguments("{\"type\":\"ack\"}", "unknown_type"), arguments("{\"type\":\"\"}", "unknown_type"),
                arguments("{\"type\":\"message.send\",\"clientId\":\"a\",\"body\":\"x\"}", "invalid_request"),
                arguments("{\"type\":\"ping\",\"id\":5}", "invalid_request"),
                arguments("{\"type\":\"ping\",\"id\":\"" + "i".repeat(65) + "\"}", "invalid_request"),
                arguments("{\"type\":\"typing\",\"conversationId\":\"CONVERSATION\"}", "invalid_request"),
                arguments("{\"type\":\"typing\",\"conversationId\":\"CONVERSATION\",\"active\":\"true\"}", "invalid_request"),
                arguments("{\"type\":\"typing\",\"conversationId\":\"01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d\",\"active\":true}", "conversation_not_found"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\"}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\",\"readSeq\":-1}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\",\"readSeq\":1}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\",\"readSeq\":1.5}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\",\"readSeq\":\"1\"}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"CONVERSATION\",\"readSeq\":9223372036854775808}", "invalid_request"),
                arguments("{\"type\":\"marker.set\",\"conversationId\":\"nonsense\",\"readSeq\":0}", "invalid_request"),
                arguments("{\"type\":\"token.renew\",\"id\":\"c\"}", "invalid_request"), arguments("{\"type\":\"token.renew\",\"token\":\"a.b.c\"}", "invalid_request"),
                arguments("{\"type\":\"token.renew\",\"id\":\"c\",\"token\":\"a b\"}", "invalid_request"),
                arguments("{\"type\":\"token.renew\",\"id\":\"c\",\"token\":\"" + "t".repeat(16_385) + "\"}", "invalid_request"),
                arguments("{\"type\":\"presence.watch\"}", "invalid_request"), arguments("{\"type\":\"presence.watch\",\"userIds\":[null]}", "invalid_request"),
                arguments("{\"type\":\"presence.watch\",\"userIds\":[\"\"]}", "invalid_request"),
                arguments("{\"type\":\"presence.watch\",\"userIds\":[" + "\"u\",".repeat(200) + "\"u\"]}", "invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("wrongFrames")
    void aWrongFrameIsRefusedOnTheSocketWhichStaysOpen(String frame, String code) {
        try (var socket = Socket.of(alice)) {
            socket.say(frame.replace("CONVERSATION", conversation));

            assertRefused(socket, code);
        }
    }

    static Stream<Arguments> wrongStarts() {
        return Stream.of(
                arguments("{\"userId\":\"SELF\"}", 400, "self_conversation"), arguments("{\"userId\":\"nobody-knows\"}", 404, "user_not_found"),
                arguments("{\"userId\":\"\"}", 400, "invalid_request"), arguments("{\"userId\":\"" + "u".repeat(256) + "\"}", 400, "invalid_request"),
                arguments("{\"userId\":\"a\\u0000b\"}", 400, "invalid_request"), arguments("{\"userId\":\"\\ud800\"}", 400, "invalid_request"),
                arguments("{\"userId\":17}", 400, "invalid_request"), arguments("{}", 400, "invalid_request"), arguments("[]", 400, "malformed_json"),
                arguments("null", 400, "invalid_request"), arguments("{\"userId\":", 400, "malformed_json"), arguments("", 400, "invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("wrongStarts")
    void aWrongStartIsRefused(String body, int status, String code) {
        assertProblem(alice.post("/api/chat/conversations/start_conversation/", body.replace("SELF", alice.id())), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations/?limit=0", "conversations/?limit=-1", "conversations/?limit=201", "conversations/?limit=99999999999999999999",
            "conversations/?limit=ten", "conversations/?before=nonsense", "conversations/?before=%00", "conversations/ID/?before=-1",
            "conversations/ID/?after=99999999999999999999", "conversations/ID/?around=1.5", "conversations/ID/?before=1&after=1", "conversations/ID/?limit=0",
            "conversations/nonsense/", "conversations/1-2-3-4-5/", "users/?limit=0", "users/?after=nonsense", "users/?q=%00"})
    void aWrongParameterIsRefused(String path) {
        var answer = RestAssured.given().urlEncodingEnabled(false).auth().oauth2(alice.token()).get("/api/chat/" + path.replace("ID", conversation));

        assertProblem(answer, 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations/?before=AA", "conversations/?before=MTk5MC0wMS0wMVQwMDowMDowMFoAeA",
            "conversations/?before=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaADAxOTgwYTVlLTdjMWUtN2QzYS05YjFmLTNmNmY1YTFiMmMzZA"})
    void aCursorThatWasMadeUpIsRefused(String path) {
        assertProblem(alice.get("/api/chat/" + path), 400, "invalid_request");
    }

    @Test
    void aHugePositionIsAnEmptyPageAndNoError() {
        alice.get("/api/chat/conversations/{id}/?after=999999999999999999", conversation).then().statusCode(200);
    }

    @Test
    void aBodyInNoKnownEncodingIsRefused() {
        var answer = RestAssured.given().auth().oauth2(alice.token()).contentType("application/json").body(new byte[] {0, 0, 0, '{', 0x7f, 0, 0, 0})
                .post("/api/chat/conversations/start_conversation/");

        assertProblem(answer, 400, "malformed_json");
    }

    @Test
    void aTextFarTooLongIsRefusedOnRest() {
        assertProblem(alice.say(conversation, "x".repeat(20_000)), 400, "message_too_long");
    }

    @Test
    void aTextFarTooLongIsRefusedOnTheSocketWhichStaysOpen() {
        try (var socket = Socket.of(alice)) {
            socket.send("c1", conversation, "a", "x".repeat(20_000));

            assertRefused(socket, "message_too_long");
        }
    }

    @Test
    void theLongestTextIsTakenAsEscapesOnRest() {
        var body = "{\"clientId\":\"a\",\"body\":\"" + "\\ud83d\\ude00".repeat(8_000) + "\"}";

        assertThat(alice.post("/api/chat/conversations/" + conversation + "/add_message/", body).statusCode()).isEqualTo(201);
    }

    @Test
    void theLongestTextIsTakenAsUtf8OnTheSocket() {
        try (var socket = Socket.of(alice)) {
            socket.send("c1", conversation, "a", "\ud83d\ude00".repeat(8_000));

            assertThat(socket.answerTo("c1").path("type").asText()).isEqualTo("ack");
        }
    }

    @Test
    void whatTheServiceDoesNotServeIsAProblemToo() {
        var bearer = RestAssured.given().auth().oauth2(alice.token());

        assertProblem(bearer.get("/api/chat/nothing/here"), 404, "not_found");
        assertProblem(bearer.delete("/api/chat/conversations/"), 405, "method_not_allowed");
        assertProblem(RestAssured.given().auth().oauth2(alice.token()).accept("image/png").get("/api/chat/conversations/"), 406, "not_acceptable");
        assertProblem(RestAssured.given().auth().oauth2(alice.token()).contentType("text/plain").body("{}").post("/api/chat/conversations/start_conversation/"),
                415, "unsupported_media_type");
        assertProblem(alice.post("/api/chat/conversations/start_conversation/", "{\"userId\":\"" + "x".repeat(140_000) + "\"}"), 413, "payload_too_large");
        assertProblem(alice.get("/api/chat/users/{id}/status/", "nobody-knows"), 404, "user_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer nonsense", "Bearer a.b.c", "Basic YWxpY2U6YWxpY2U=", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."})
    void withoutAValidTokenNothingIsAnswered(String authorization) {
        var call = authorization.isEmpty() ? RestAssured.given() : RestAssured.given().header("Authorization", authorization);

        assertProblem(call.get("/api/chat/conversations/"), 401, "unauthenticated");
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.<String>path("traceId")).hasSize(32);
        assertThat(answer.asString()).doesNotContain("Exception", "at org.", "java.", "jackson");
    }

    private static void assertRefused(Socket socket, String code) {
        var error = socket.await("error");
        assertThat(error.path("code").asText()).as(error.toString()).isEqualTo(code);
        assertThat(error.toString()).doesNotContain("Exception", "at org.", "java.", "jackson");
        socket.settle();
        assertThat(socket.isOpen()).isTrue();
    }

    private void assertNothingChanged() {
        assertThat(rows.count("select last_seq + version from conversation where id = cast(?1 as uuid)", conversation)).isZero();
    }
}
