package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// `CHAT_MIGRATE`: who brings the schema to this version, and who sees that it is.
class MigrateIT {

    private static final Map<String, String> ONLY = Map.of("CHAT_MIGRATE", "only");
    private static final Map<String, String> NEVER = Map.of("CHAT_MIGRATE", "never");
    private static final String COUNT = "select count(*) from flyway_schema_history";

    @Test
    void onlyMigratesAndEndsWithoutAProviderAndWithoutAPort() throws Exception {
        var database = DevDatabase.empty();
        try (var taken = new ServerSocket(0); var service = PackagedService.beside(database, Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "", "QUARKUS_OIDC_CLIENT_ID", "",
                "QUARKUS_HTTP_PORT", String.valueOf(taken.getLocalPort()), "QUARKUS_MANAGEMENT_PORT", String.valueOf(taken.getLocalPort())))) {

            var first = service.runToItsEnd(ONLY);
            var second = service.runToItsEnd(Map.of(), "migrate");

            assertThat(first.exitCode()).as(first.output()).isZero();
            assertThat(first.output().lines()).filteredOn(line -> line.contains("SchemaAtStart")).singleElement().asString().contains("The schema was migrated to version 0");
            assertThat(second.exitCode()).as(second.output()).isZero();
            assertThat(second.output().lines()).filteredOn(line -> line.contains("SchemaAtStart")).singleElement().asString().contains("is that of this version, nothing to migrate");
            assertThat(first.output() + second.output()).doesNotContain("Listening on", "\tat ", "\"exception\"", "\"ERROR\"");
        }
    }

    @Test
    void onlyTellsInOneLineWhyItCannot() throws Exception {
        var database = DevDatabase.empty();
        change(database, "create role reader login");
        try (var service = PackagedService.beside(database, Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl().replace("user=postgres", "user=reader"),
                "QUARKUS_DATASOURCE_USERNAME", "reader"))) {

            var ended = service.runToItsEnd(ONLY);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().lines()).filteredOn(line -> line.startsWith("The schema cannot be migrated: ")).singleElement().asString()
                    .startsWith("The schema cannot be migrated: ERROR: permission denied for schema public");
            assertThat(ended.output()).doesNotContain("Listening on", "\tat ", "\"exception\"");
        }
    }

    @Test
    void neverRefusesAnOlderSchemaByBothVersionsAndServesANewerOne() throws Exception {
        var database = DevDatabase.empty();
        try (var service = PackagedService.beside(database, NEVER)) {
            var empty = service.runToItsEnd();
            service.runToItsEnd(ONLY);
            change(database, "create table kept as table flyway_schema_history; delete from flyway_schema_history where version = (select max(version) from kept)");
            var older = service.runToItsEnd();
            change(database, "insert into flyway_schema_history select * from kept where version = (select max(version) from kept);"
                    + "insert into flyway_schema_history select installed_rank + 1, '999', 'of the next version', type, 'V999__x.sql', checksum, installed_by, installed_on, 1, true "
                    + "from kept order by installed_rank desc limit 1");

            service.startProcess();

            assertThat(List.of(empty.exitCode(), older.exitCode())).containsOnly(1);
            assertThat(empty.output()).containsPattern("(?m)^The schema has version none, and this service needs 0\\d\\d: .*CHAT_MIGRATE.*$");
            assertThat(older.output()).containsPattern("(?m)^The schema has version 0\\d\\d, and this service needs 0\\d\\d: .*CHAT_MIGRATE.*$");
            assertThat(empty.output() + older.output()).doesNotContain("Listening on", "\tat ", "\"exception\"");
        }
    }

    /// After a rollback the older version finds a newer schema.
    @Test
    void atStartServesANewerSchemaToo() throws Exception {
        var database = DevDatabase.empty();
        try (var service = PackagedService.beside(database, Map.of())) {
            service.runToItsEnd(ONLY);
            change(database, "alter table message add column next_kind text not null default 'text'; alter table chat_user add column next_colour text; alter table participant add column next_muted boolean;"
                    + "alter table conversation add column next_title text; alter table relay_move add column next_bucket integer; create table next_reaction (message_id uuid, emoji text);"
                    + "insert into flyway_schema_history select installed_rank + 1, '999', 'of the next version', type, 'V999__x.sql', checksum, installed_by, installed_on, 1, true "
                    + "from flyway_schema_history order by installed_rank desc limit 1");

            service.startProcess();

            var conversation = service.conversation("alice", "bob");
            try (var bob = Socket.connect(service.socketAddress(), service.token("bob")); var alice = Socket.connect(service.socketAddress(), service.token("alice"))) {
                bob.await("welcome");
                alice.await("welcome");
                alice.send("s", conversation, "first", "Hello");
                assertThat(bob.await("message").path("message").path("body").asText()).isEqualTo("Hello");
            }
            assertThat(JsonPath.from(service.get("/api/chat/conversations/" + conversation + "/", service.token("bob")).body()).getList("messages")).hasSize(1);
        }
    }

    @Test
    void twoThatStartAtOnceOnAnEmptyDatabaseBothServeAndMigrateOnce() throws Exception {
        try (var replicas = Replicas.start(List.of(Map.of(), Map.of()))) {
            var logs = replicas.get(0).log() + replicas.get(1).log();

            assertThat(replicas.all()).allSatisfy(service -> assertThat(service.status("/q/health/ready")).isEqualTo(200));
            assertThat(logs.lines().filter(line -> line.contains("The schema was migrated to version"))).hasSize(1);
            assertThat(number(replicas.database(), COUNT)).isEqualTo(number(replicas.database(), "select count(distinct version) from flyway_schema_history where success"));
        }
    }

    private static void change(DevDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DevDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
