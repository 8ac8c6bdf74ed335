package org.eplatform.chat.error;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/// Tells a database that cannot answer now from a bug of ours, by SQLSTATE (PostgreSQL, appendix A).
final class Busy {

    /// Connection failures, out of resources, shutting down, lock and serialisation failures: all of them pass.
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55");

    private Busy() {}

    static boolean isMeantBy(Throwable cause) {
        return cause instanceof SQLTransientConnectionException || isPoolTimeout(cause) || isCommitWithoutAnswer(cause)
                || cause instanceof SQLException e && e.getSQLState() != null && e.getSQLState().length() == 5 && PASSING.contains(e.getSQLState().substring(0, 2));
    }

    /// A connection that broke at COMMIT: nobody knows whether it came to pass, and the caller may try again. The transaction manager does not say so in
    /// a cause, but has what happened in the suppressed ones.
    private static boolean isCommitWithoutAnswer(Throwable cause) {
        return cause instanceof RollbackException && Stream.of(cause.getSuppressed()).anyMatch(failure -> isMeantBy(failure) || isMeantBy(failure.getCause()));
    }

    /// Agroal has no type of its own for a pool that stays empty, and three texts: "Sorry, acquisition timeout!", "Acquisition timeout while waiting for
    /// new connection" and "Acquisition timeout on health check".
    private static boolean isPoolTimeout(Throwable cause) {
        return cause instanceof SQLException && cause.getMessage() != null && cause.getMessage().contains("cquisition timeout");
    }
}
