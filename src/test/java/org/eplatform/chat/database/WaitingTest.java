package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingTest {

    @Inject
    DataSource pool;

    @Inject
    Flyway migrations;

    @Test
    void aStatementOfTheServiceIsEndedBeforeItsCallerGivesUp() throws SQLException {
        assertThat(setting(pool, "statement_timeout")).isEqualTo("2500ms");
        assertThat(setting(pool, "idle_in_transaction_session_timeout")).isEqualTo("5s");
    }

    @Test
    void aMigrationMayTakeAsLongAsItNeeds() throws SQLException {
        try (var connection = migrations.getConfiguration().getDataSource().getConnection()) {
            assertThat(setting(migrations.getConfiguration().getDataSource(), "statement_timeout")).isEqualTo("0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private static String setting(DataSource source, String name) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
