package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// P1 on a database that does not keep what it commits: the service would promise what is not true.
class CarelessDatabaseIT {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void theServiceRefusesToStartAndSaysWhyInOneLine(String setting) throws Exception {
        try (var service = PackagedService.beside(DevDatabase.with(Map.of(setting, "off")), Map.of())) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().lines()).filteredOn(line -> line.contains(setting + "=off")).singleElement().asString()
                    .contains("lose acknowledged messages", "chat.database.accept-data-loss=true", "CHAT_DATABASE_ACCEPT_DATA_LOSS");
            assertThat(ended.output()).doesNotContain("Listening on", "\tat ", "\"exception\"");
        }
    }

    @Test
    void whoAcceptsTheLossGetsAServiceAndAWarning() throws Exception {
        try (var service = PackagedService.beside(DevDatabase.with(Map.of("fsync", "off")), Map.of("CHAT_DATABASE_ACCEPT_DATA_LOSS", "true"))) {
            service.startProcess();

            assertThat(service.get("/q/health/ready", "").body()).contains("fsync=off");
            assertThat(service.log()).containsPattern("\"level\":\"WARN\",\"message\":\"[^\"]*fsync=off [^\"]*a crash will lose acknowledged messages");
        }
    }

    @Test
    void aDatabaseThatTurnsCarelessLaterTakesTheServiceOutOfReadiness() throws Exception {
        try (var database = DevDatabase.empty(); var service = PackagedService.beside(database, Map.of())) {
            service.startProcess();

            try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement()) {
                statement.execute("alter role postgres set synchronous_commit = off");
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
            }

            // A connection that was ended may be the first reason.
            Awaitility.await("not ready").atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(service.get("/q/health/ready", "").body()).contains("synchronous_commit=off"));
            assertThat(service.status("/q/health/ready")).isEqualTo(503);
            assertThat(service.status("/q/health/live")).isEqualTo(200);
        }
    }
}
