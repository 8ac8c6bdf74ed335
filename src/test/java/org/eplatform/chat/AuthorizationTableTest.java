package org.eplatform.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.eplatform.chat.AuthorizationTable.Cell;
import org.eplatform.chat.AuthorizationTable.Role;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody reads a conversation they are not in (P11), cell by cell.
@QuarkusTest
class AuthorizationTableTest {

    private static final AuthorizationTable TABLE = AuthorizationTable.read();
    private static final String SECRET = "a word that only those in the conversation may read";
    private static final List<String> HEARD = List.of("hears a message", "hears a marker", "hears typing");

    /// Everybody, made once: they are never changed but by a kick or the like, which hits somebody else.
    private static Map<Role, Person> people;
    private static String conversation;

    @Inject
    Rows rows;

    private String message;
    private Socket socket;

    @BeforeEach
    void people() {
        if (people == null) {
            var made = new EnumMap<Role, Person>(Role.class);
            for (var role : List.of(Role.STRANGER, Role.FORMER, Role.MEMBER, Role.AUTHOR)) {
                made.put(role, Person.someone(role.name().toLowerCase(java.util.Locale.ROOT)));
            }
            made.put(Role.ADMINISTRATOR, Person.someone("admin"));
            made.put(Role.EXPIRED, Person.someone("expired").withTokenFor(Duration.ofMinutes(-5)));
            conversation = made.get(Role.AUTHOR).conversationWith(made.get(Role.MEMBER));
            rows.change("insert into participant (conversation_id, user_id, left_seq) values (cast(?1 as uuid), ?2, 0)", conversation, made.get(Role.FORMER).id());
            people = made;
        }
        message = people.get(Role.AUTHOR).say(conversation, SECRET).then().statusCode(201).extract().path("id");
    }

    @AfterEach
    void close() {
        if (socket != null) {
            socket.close();
        }
    }

    static Stream<Cell> cells() {
        return TABLE.cells().stream();
    }

    @Test
    void everyOperationHasARow() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json").get("/q/openapi").then().statusCode(200).extract().path("paths");
        var rest = paths.entrySet().stream().flatMap(path -> path.getValue().keySet().stream().filter(method -> List.of("get", "post", "put", "patch", "delete").contains(method))
                .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
        var commands = Stream.of(Command.class.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name);

        // The document hides what is for development alone.
        var development = Stream.of("GET /dev/token");

        assertThat(TABLE.operations()).containsExactlyInAnyOrderElementsOf(Stream.of(rest, development, commands, HEARD.stream()).flatMap(all -> all).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void p11TheCellHolds(Cell cell) {
        if (cell.operation().contains(" /")) {
            var answer = call(cell);
            var expected = cell.expected().split(" ");

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(Integer.parseInt(expected[0]));
            if (expected.length == 1) {
                assertThat(answer.asString()).doesNotContain(SECRET, conversation, message);
            } else {
                assertThat(answer.asString()).contains(conversation);
            }
            if (answer.statusCode() == 404 && cell.operation().contains(" /api/")) {
                assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(call(new Cell(cell.operation().replace("{id}", UUID.randomUUID().toString()), cell.role(), ""))));
            }
        } else {
            assertThat(onSocket(cell)).isEqualTo(cell.expected());
        }
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> problem = new java.util.HashMap<>(answer.path(""));
        problem.remove("traceId");
        return problem;
    }

    private static Response call(Cell cell) {
        var method = cell.operation().substring(0, cell.operation().indexOf(' '));
        var path = cell.operation().substring(method.length() + 1);
        var id = path.contains("/users/") ? Person.someone("target").id() : conversation;
        var request = as(cell.role()).redirects().follow(false).contentType(path.startsWith("/chat/") ? ContentType.URLENC : ContentType.JSON);
        return (path.startsWith("/chat/") ? request : request.body(body(path))).request(method, path.replace("{id}", id));
    }

    private static Map<String, String> body(String path) {
        if (path.endsWith("/start_conversation")) {
            return Map.of("userId", Person.someone("other").id());
        }
        return path.endsWith("/add_message") ? Map.of("clientId", UUID.randomUUID().toString(), "body", SECRET) : Map.of();
    }

    private static RequestSpecification as(Role role) {
        var person = people.get(role);
        return person == null ? given() : given().auth().oauth2(person.token());
    }

    private String onSocket(Cell cell) {
        if (cell.role() == Role.ANONYMOUS || cell.role() == Role.EXPIRED) {
            return String.valueOf(handshake(people.get(cell.role())));
        }
        socket = Socket.of(people.get(cell.role()));
        if (HEARD.contains(cell.operation())) {
            return hears(cell.operation()) ? "yes" : "no";
        }
        socket.say(command(cell));
        var answer = socket.answerTo("it");
        if (!cell.expected().equals("changes")) {
            assertThat(socket.frames().toString()).doesNotContain(SECRET);
        }
        return switch (answer.path("type").asText()) {
            case "error" -> answer.path("code").asText();
            case "synced" -> answer.path("verdict").asText().equals("reset") && answer.path("reset").toString().contains(conversation) ? "reset"
                    : told(frame -> frame.toString().contains(SECRET)) ? "changes" : "nothing";
            default -> answer.path("type").asText();
        };
    }

    private Map<String, Object> command(Cell cell) {
        return switch (cell.operation()) {
            case "message.send" -> Map.of("type", "message.send", "id", "it", "conversationId", conversation, "clientId", UUID.randomUUID().toString(), "body", "hello");
            case "message.edit" -> Map.of("type", "message.edit", "id", "it", "conversationId", conversation, "messageId", message, "body", "changed");
            case "message.delete" -> Map.of("type", "message.delete", "id", "it", "conversationId", conversation, "messageId", message, "scope", "all");
            case "marker.set" -> Map.of("type", "marker.set", "id", "it", "conversationId", conversation, "readSeq", 1);
            case "typing" -> Map.of("type", "typing", "id", "it", "conversationId", conversation, "active", true);
            case "sync" -> Map.of("type", "sync", "id", "it", "cursors", Map.of(conversation, 0));
            case "presence.watch" -> Map.of("type", "presence.watch", "id", "it", "userIds", List.of(people.get(Role.AUTHOR).id()));
            case "token.renew" -> Map.of("type", "token.renew", "id", "it", "token", people.get(cell.role()).withTokenFor(Duration.ofHours(1)).token());
            case "ping" -> Map.of("type", "ping", "id", "it");
            default -> throw new AssertionError("No example of " + cell.operation());
        };
    }

    /// The author writes and types, and the member reads. Both have ended when they are answered, and what they caused has been told before.
    private boolean hears(String what) {
        try (var author = Socket.of(people.get(Role.AUTHOR)); var member = Socket.of(people.get(Role.MEMBER))) {
            author.send("said", conversation, UUID.randomUUID().toString(), SECRET);
            var said = author.answerTo("said");
            author.say(Map.of("type", "typing", "id", "typed", "conversationId", conversation, "active", true));
            author.answerTo("typed");
            member.say(Map.of("type", "marker.set", "id", "read", "conversationId", conversation, "readSeq", said.path("seq").asLong()));
            member.answerTo("read");
        }
        socket.settle();
        var type = what.substring(what.lastIndexOf(' ') + 1);
        return told(frame -> frame.path("type").asText().equals(type) && frame.path("conversationId").asText().equals(conversation));
    }

    private boolean told(java.util.function.Predicate<JsonNode> frame) {
        return socket.frames().stream().anyMatch(frame);
    }

    /// The status of a refused handshake; without a token when there is nobody.
    private static int handshake(Person person) {
        var address = URI.create("ws://localhost:" + RestAssured.port + "/ws/chat/");
        try (var http = HttpClient.newHttpClient()) {
            var builder = http.newWebSocketBuilder();
            (person == null ? builder.subprotocols("chat.v1") : builder.subprotocols("chat.v1", Socket.carry(person.token())))
                    .buildAsync(address, new java.net.http.WebSocket.Listener() { }).orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
