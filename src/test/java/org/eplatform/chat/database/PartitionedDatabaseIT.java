package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// What `docs/scaling.md` says of partitions, on a plain PostgreSQL.
class PartitionedDatabaseIT {

    @Test
    void theServiceServesMessagesThatWerePartitionedUnderIt() throws Exception {
        var database = DevDatabase.empty();
        try (var service = PackagedService.beside(database, Map.of())) {
            // Given
            service.startProcess();
            service.get("/api/chat/conversations/", service.token("bob"));
            var id = JsonPath.from(service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body()).getString("id");
            say(service, id, "before");
            service.stop();

            // When
            try (var connection = connect(database)) {
                partition(connection);
            }
            service.startProcess();

            // Then
            say(service, id, "after");
            var read = JsonPath.from(service.get("/api/chat/conversations/" + id + "/", service.token("bob")).body());
            assertThat(read.<String>getList("messages.body")).containsExactly("before", "after");
            assertThat(read.<Integer>getList("messages.seq")).containsExactly(1, 2);
            try (var connection = connect(database)) {
                assertThat(plan(connection, "select * from message where conversation_id = '" + id + "' and seq < 100 order by seq desc limit 50"))
                        .filteredOn(line -> line.contains(" on message_p")).hasSize(1);
            }
        }
    }

    private static void say(PackagedService service, String conversation, String body) {
        var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token("alice"), "{\"clientId\":\"" + body + "\",\"body\":\"" + body + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static Connection connect(DevDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
    }

    private static void partition(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("docs/partition-messages.sql")));
        }
        connection.commit();
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
