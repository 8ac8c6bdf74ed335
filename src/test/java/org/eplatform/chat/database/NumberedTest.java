package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A table that is only added to, here that of moves: nobody else writes it while there are no other replicas.
@QuarkusTest
class NumberedTest {

    @Inject
    Queries queries;

    @Inject
    DataSource database;

    private Numbered<Long> table;

    @BeforeEach
    void begin() {
        table = new Numbered<>(queries, "relay_move", "id, version", row -> row.getLong(2));
        table.read(_ -> { });
    }

    @Test
    void eachRowIsReadOnce() throws SQLException {
        try (var connection = database.getConnection()) {
            add(connection, 1);
            add(connection, 2);

            assertThat(read()).isEqualTo(List.of(1L, 2L));
            assertThat(read()).isEmpty();
        }
    }

    @Test
    void aRowThatIsCommittedLateIsReadThoughOneAfterItWasReadBefore() throws SQLException {
        try (var slow = database.getConnection(); var fast = database.getConnection()) {
            slow.setAutoCommit(false);
            add(slow, 1);
            add(fast, 2);
            assertThat(read()).isEqualTo(List.of(2L));

            slow.commit();

            assertThat(read()).isEqualTo(List.of(1L));
            assertThat(read()).isEmpty();
        }
    }

    @Test
    void whoBeginsWhileARowIsNotCommittedYetReadsIt() throws SQLException {
        try (var slow = database.getConnection(); var fast = database.getConnection()) {
            slow.setAutoCommit(false);
            add(slow, 1);
            add(fast, 2);
            begin();

            slow.commit();

            assertThat(read()).isEqualTo(List.of(1L));
        }
    }

    /// A minute of moves is kept, and asked up to a hundred times a second: what was read before must cost nothing.
    @Test
    void onlyWhatIsNewIsReadHoweverMuchIsKept() throws Exception {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("insert into relay_move (replica, conversation_id, before, version) select gen_random_uuid(), gen_random_uuid(), 0, i from generate_series(1, 20000) i");
            statement.execute("analyze relay_move");
            statement.execute("prepare next as " + numbered(Numbered.page("relay_move", "id, version")));
            long last = read().size();
            assertThat(last).isEqualTo(20_000);

            var ends = ends(statement);
            var plan = Plan.of(connection, "execute next(%d, 1000, '{%d}')".formatted(ends.getLast() - 3, ends.getFirst()));

            assertThat(plan.scans().stream().filter(scan -> scan.table().equals("relay_move")).mapToLong(Plan.Scan::rows).sum()).isEqualTo(4);
        }
    }

    private static List<Long> ends(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select min(id), max(id) from relay_move")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }

    private static String numbered(String query) {
        return query.replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$2").replaceFirst("\\?", "\\$3::bigint[]");
    }

    private List<Long> read() {
        var found = new ArrayList<Long>();
        table.read(found::add);
        return found;
    }

    private static void add(Connection connection, long version) throws SQLException {
        try (var statement = connection.prepareStatement("insert into relay_move (replica, conversation_id, before, version) values (?, ?, 0, ?)")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, UUID.randomUUID());
            statement.setLong(3, version);
            statement.executeUpdate();
        }
    }
}
