package org.eplatform.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.replica.Replica;

/// Carries out one batch in one transaction of three round trips: lock and look, write, commit. What it returns is committed.
@ApplicationScoped
class BatchTransaction {

    private final DataSource database;
    private final Replica replica;
    private final Audit audit;

    BatchTransaction(DataSource database, Replica replica, Audit audit) {
        this.database = database;
        this.replica = replica;
        this.audit = audit;
    }

    /// As [Lane.Transaction] says.
    Lane.Done run(List<Write> writes, boolean again) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var loaded = BatchReads.lock(connection, writes);
                var batch = new Batch(loaded, again);
                var outcomes = batch.decide(writes);
                BatchWrites.write(connection, batch, loaded, replica);
                connection.commit();
                refusals(writes, outcomes);
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

    private void refusals(List<Write> writes, List<Outcome> outcomes) {
        for (int i = 0; i < writes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused(var refused) && refused instanceof ChatException reason
                    && (reason.code() == ErrorCode.CONVERSATION_NOT_FOUND || reason.code() == ErrorCode.FORBIDDEN)) {
                var write = writes.get(i);
                audit.record(new AuditEvent.AccessRefused(write.author(), write.getClass().getSimpleName().toLowerCase(Locale.ROOT), write.conversation()));
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
