package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KnownSchemaTest {

    @Inject
    DataSource database;

    @Test
    void itIsWhatFlywayNotesOfTheMigrations() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(KnownSchema.MIGRATIONS).isEqualTo(KnownSchema.noted(connection));
            assertThat(KnownSchema.isIn(connection)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "delete from flyway_schema_history where version = (select max(version) from flyway_schema_history)",
            "delete from flyway_schema_history",
            "update flyway_schema_history set checksum = checksum + 1 where version = '001'",
            "update flyway_schema_history set success = false where version = '001'",
            "insert into flyway_schema_history select installed_rank + 1, '999', 'next', type, 'V999__next.sql', checksum, installed_by, installed_on, 1, true from flyway_schema_history "
                    + "order by installed_rank desc limit 1"})
    void whatDiffersInAnythingIsNotIt(String change) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(change);

                assertThat(KnownSchema.isIn(connection)).isFalse();
            } finally {
                connection.rollback();
            }
        }
    }
}
