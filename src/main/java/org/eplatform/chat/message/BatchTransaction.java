package org.eplatform.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eplatform.chat.conversation.Committed;

/// Carries out one batch in one transaction of three round trips: lock and look, write, commit. What it returns is committed.
@ApplicationScoped
class BatchTransaction {

    private final DataSource database;

    BatchTransaction(DataSource database) {
        this.database = database;
    }

    /// As [Lane.Transaction] says.
    Lane.Done run(List<Write> writes, boolean again) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var loaded = BatchReads.lock(connection, writes);
                var batch = new Batch(loaded, again);
                var outcomes = batch.decide(writes);
                BatchWrites.write(connection, batch, loaded);
                connection.commit();
                return new Lane.Done(outcomes, news(loaded));
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static List<Committed> news(Loaded loaded) {
        return loaded.conversations.values().stream().filter(Locked::hasNews).map(Locked::committed).toList();
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
