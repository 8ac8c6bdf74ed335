package org.eplatform.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// What people say and the tokens that they show stand in no log, whatever goes well or wrong: not in the service's, and not in the database's.
class CanaryIT {

    private static final String WORDS = "canary-" + UUID.randomUUID();

    @Test
    void noMessageAndNoTokenIsInAnyLog() throws Exception {
        var database = DevDatabase.with(Map.of("logging_collector", "on", "log_directory", "log"));
        try (var service = PackagedService.beside(database, Map.of())) {
            service.startProcess();
            var token = service.token("alice");
            service.get("/api/chat/conversations/", service.token("bob"));
            var path = "/api/chat/conversations/" + JsonPath.from(service.post("/api/chat/conversations/start_conversation/", token, "{\"userId\":\"bob\"}").body()).getString("id");

            goWell(service, token, path);
            goWrong(service, token, path);
            breakTheDatabase(service, database, token, path);

            var signature = token.substring(token.lastIndexOf('.') + 1);
            var log = service.log();
            // Both logs tell of what went wrong, so that they are the right ones.
            assertThat(log).contains("traceId=", "login_refused", "access_refused");
            var databaseLog = logOf(database);
            assertThat(databaseLog).contains("relation \"message\" does not exist", "STATEMENT");
            assertThat(log).doesNotContain(WORDS, signature);
            assertThat(databaseLog).doesNotContain(WORDS, signature);
            // One JSON object in each line, so that nobody writes a line of their own.
            assertThat(log.lines().filter(line -> !line.startsWith("{") && !line.startsWith("Picked up"))).isEmpty();
        }
    }

    private static void goWell(PackagedService service, String token, String path) {
        assertThat(service.post(path + "/add_message/", token, message(WORDS)).statusCode()).isEqualTo(201);
        service.get(path + "/", token);
        service.get("/api/chat/users/?q=" + WORDS, token);
        try (var socket = Socket.connect(service.socketAddress(), token)) {
            socket.send("said", path.substring(path.lastIndexOf('/') + 1), UUID.randomUUID().toString(), WORDS);
            socket.answerTo("said");
        }
    }

    private static void goWrong(PackagedService service, String token, String path) {
        service.post(path + "/add_message/", token, "{\"clientId\":\"x\",\"body\":\"" + WORDS);
        service.post(path + "/add_message/", token, "{\"clientId\":{\"" + WORDS + "\":1},\"body\":[\"" + WORDS + "\"]}");
        service.post("/api/chat/conversations/" + UUID.randomUUID() + "/add_message/", token, message(WORDS));
        service.get(path + "/?before=" + WORDS, token);
        service.get("/api/chat/conversations/?access_token=" + token, "");
        assertThat(service.get("/api/chat/conversations/", token + "x").statusCode()).isEqualTo(401);
        assertThat(service.get("/api/chat/conversations/", service.tokenFor("alice", "another-client")).statusCode()).isEqualTo(401);
        try (var socket = Socket.connect(service.socketAddress(), token)) {
            socket.say("{\"type\":\"message.send\",\"id\":\"bad\",\"body\":\"" + WORDS + "\",\"conversationId\":\"" + WORDS + "\"}");
            socket.answerTo("bad");
            socket.say(Map.of("type", "token.renew", "id", "renew", "token", token + "x"));
            socket.answerTo("renew");
        }
    }

    private static void breakTheDatabase(PackagedService service, DevDatabase database, String token, String path) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres"); var statement = connection.createStatement()) {
            statement.execute("alter table message rename to message_gone");
            assertThat(service.post(path + "/add_message/", token, message(WORDS)).statusCode()).isEqualTo(500);
            assertThat(service.get(path + "/", token).statusCode()).isEqualTo(500);
            statement.execute("alter table message_gone rename to message");
        }
    }

    private static String message(String text) {
        return "{\"clientId\":\"" + UUID.randomUUID() + "\",\"body\":\"" + text + "\"}";
    }

    private static String logOf(DevDatabase database) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres"); var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_read_file(pg_current_logfile())")) {
            row.next();
            return row.getString(1);
        }
    }
}
