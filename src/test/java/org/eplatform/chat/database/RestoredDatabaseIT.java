package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.Document;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// What `docs/operations.md` says of restoring: the database goes back, time goes on, and no client takes the new history for the old one.
class RestoredDatabaseIT {

    @Test
    void whoKnowsMoreThanTheRestoredDatabaseStartsAnew() throws Exception {
        var database = DevDatabase.empty();
        // Beside the one that is copied and renamed, where nobody may be connected meanwhile.
        var administration = database.jdbcUrl().replace("/postgres?", "/template1?");
        try (var service = PackagedService.beside(database, Map.of())) {
            service.startProcess();
            service.get("/api/chat/conversations/", service.token("bob"));
            var conversation = JsonPath.from(service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body()).getString("id");
            say(service, conversation, "kept");
            service.stop();
            change(administration, "create database backup template postgres");
            service.startProcess();
            say(service, conversation, "lost 2", "lost 3");
            JsonNode before;
            try (var bob = Socket.connect(service.socketAddress(), service.token("bob"))) {
                before = bob.await("welcome");
            }
            service.stop();

            change(administration, "alter database postgres rename to broken");
            change(administration, "alter database backup rename to postgres");
            try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
                Document.run(connection, Document.sql("### Backup and restore").getFirst());
            }
            service.startProcess();
            // Past what the client knows: by its number alone nobody sees that its cursor is of another history.
            say(service, conversation, "new 2", "new 3", "new 4");

            try (var bob = Socket.connect(service.socketAddress(), service.token("bob"))) {
                assertThat(bob.await("welcome").path("epoch").asText()).isNotEqualTo(before.path("epoch").asText());
                bob.say(Map.of("type", "sync", "id", "s", "epoch", before.path("epoch").asText(), "cursors", Map.of(conversation, 3)));
                var synced = bob.await("synced");
                assertThat(synced.path("verdict").asText()).isEqualTo("reset");
                assertThat(synced.path("reset")).extracting(JsonNode::asText).containsExactly(conversation);
            }
            var read = JsonPath.from(service.get("/api/chat/conversations/" + conversation + "/", service.token("bob")).body());
            assertThat(read.<String>getList("messages.body")).containsExactly("kept", "new 2", "new 3", "new 4");
        }
    }

    private static void say(PackagedService service, String conversation, String... bodies) {
        for (var body : bodies) {
            var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token("alice"), "{\"clientId\":\"" + body.replace(' ', '-') + "\",\"body\":\"" + body + "\"}");
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    private static void change(String url, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
