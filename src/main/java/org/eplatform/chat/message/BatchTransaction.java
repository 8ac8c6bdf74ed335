package org.eplatform.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eplatform.chat.conversation.Committed;

/// Carries out one batch in one transaction of three round trips: lock and look, write, commit. What it returns is committed.
@ApplicationScoped
class BatchTransaction {

    private final DataSource database;
    private final Event<Committed> committed;

    BatchTransaction(DataSource database, Event<Committed> committed) {
        this.database = database;
        this.committed = committed;
    }

    /// As [Lane.Transaction] says.
    List<Outcome> run(List<Write> writes, boolean again) throws SQLException {
        Loaded loaded;
        List<Outcome> outcomes;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                loaded = BatchReads.lock(connection, writes);
                var batch = new Batch(loaded, again);
                outcomes = batch.decide(writes);
                BatchWrites.write(connection, batch, loaded.conversations.values());
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
        loaded.conversations.values().stream().filter(Locked::hasNews).map(Locked::committed).forEach(committed::fire);
        return outcomes;
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
