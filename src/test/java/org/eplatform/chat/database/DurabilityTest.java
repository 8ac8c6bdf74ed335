package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {

    private static DevDatabase durable;

    @BeforeAll
    static void start() throws IOException {
        durable = DevDatabase.empty();
    }

    @AfterAll
    static void stop() throws IOException {
        durable.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void whatWaitsForTheDiskHolds(String synchronousCommit) throws Exception {
        assertThat(durability(durable, synchronousCommit).holds()).isTrue();
    }

    @Test
    void aSessionThatDoesNotWaitIsNamed() throws Exception {
        assertThat(durability(durable, "off").broken()).containsExactly("synchronous_commit=off");
    }

    @Test
    void aServerThatTrustsThePowerIsNamed() throws Exception {
        try (var careless = DevDatabase.with(Map.of("fsync", "off", "full_page_writes", "off"))) {
            assertThat(durability(careless, "on").broken()).isEqualTo(List.of("fsync=off", "full_page_writes=off"));
        }
    }

    private static Durability durability(DevDatabase database, String synchronousCommit) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = " + synchronousCommit);
            return Durability.of(connection);
        }
    }
}
