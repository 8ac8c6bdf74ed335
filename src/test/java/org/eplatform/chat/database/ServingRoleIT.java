package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.Document;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// What `docs/operations.md` says of two roles: one owns the tables and migrates, the other one serves and can change no table's form.
class ServingRoleIT {

    @Test
    void aRoleThatOwnsNothingServes() throws Exception {
        var sql = Document.sql("### Two roles");
        var database = DevDatabase.empty();
        var chat = database.jdbcUrl().replaceFirst("/postgres\\?.*", "/chat");
        var owner = Map.of("QUARKUS_DATASOURCE_USERNAME", "chat_owner", "QUARKUS_DATASOURCE_PASSWORD", "owner", "CHAT_MIGRATE", "only");
        try (var service = PackagedService.beside(database, Map.of("QUARKUS_DATASOURCE_JDBC_URL", chat, "QUARKUS_DATASOURCE_USERNAME", "chat_serving",
                "QUARKUS_DATASOURCE_PASSWORD", "serving", "CHAT_MIGRATE", "never"))) {
            try (var administrator = DriverManager.getConnection(database.jdbcUrl())) {
                Document.run(administrator, sql.get(0));
            }
            try (var connection = DriverManager.getConnection(chat, "chat_owner", "owner")) {
                Document.run(connection, sql.get(1));
            }
            assertThat(service.runToItsEnd(owner).exitCode()).isZero();

            service.startProcess();
            var conversation = talk(service);
            service.stop();
            service.startProcess();

            var read = JsonPath.from(service.get("/api/chat/conversations/" + conversation + "/", service.token("bob")).body());
            assertThat(read.<String>getList("messages.body")).containsExactly("hello, again");
            assertThat(service.log()).doesNotContain("permission denied");
            try (var connection = DriverManager.getConnection(chat, "chat_serving", "serving"); var statement = connection.createStatement()) {
                for (var forbidden : List.of("create table mine (id int)", "drop table message", "alter table message add column mine int", "truncate message")) {
                    assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
                }
            }
        }
    }

    /// The block for a database that was migrated before there were two roles.
    @Test
    void aDatabaseThatIsThereAlreadyIsOpenedToTheServingRole() throws Exception {
        var sql = Document.sql("### Two roles");
        var database = DevDatabase.empty();
        try (var service = PackagedService.beside(database, Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl().replaceFirst("\\?.*", ""),
                "QUARKUS_DATASOURCE_USERNAME", "chat_serving", "CHAT_MIGRATE", "never"))) {
            assertThat(service.runToItsEnd(Map.of("QUARKUS_DATASOURCE_USERNAME", "postgres", "CHAT_MIGRATE", "only")).exitCode()).isZero();
            try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement()) {
                statement.execute("create role chat_serving login password 'serving'");
                Document.run(connection, sql.get(2));
            }

            service.startProcess();

            talk(service);
            assertThat(service.log()).doesNotContain("permission denied");
        }
    }

    /// Sends, edits, reads and is seen; gives the conversation.
    private static String talk(PackagedService service) {
        service.get("/api/chat/conversations/", service.token("bob"));
        var conversation = JsonPath.from(service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body()).getString("id");
        try (var alice = Socket.connect(service.socketAddress(), service.token("alice")); var bob = Socket.connect(service.socketAddress(), service.token("bob"))) {
            bob.say(Map.of("type", "presence.watch", "id", "w", "userIds", List.of("alice")));
            bob.await("presence", presence -> presence.path("online").asBoolean());
            alice.send("s", conversation, "first", "hello");
            var message = alice.answerTo("s").path("messageId").asText();
            alice.say(Map.of("type", "message.edit", "id", "e", "conversationId", conversation, "messageId", message, "body", "hello, again"));
            alice.answerTo("e");
            bob.await("message", event -> event.path("message").path("body").asText().equals("hello, again"));
            bob.say(Map.of("type", "marker.set", "id", "m", "conversationId", conversation, "readSeq", 1));
            bob.answerTo("m");
        }
        assertThat(service.post("/api/chat/admin/users/carol/kick/", service.token("admin"), "{}").statusCode()).isIn(204, 404);
        return conversation;
    }
}
