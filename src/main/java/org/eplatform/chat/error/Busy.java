package org.eplatform.chat.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// Tells a database that cannot answer now from a bug of ours, by SQLSTATE (PostgreSQL, appendix A).
final class Busy {

    /// Connection failures, out of resources, shutting down, lock and serialisation failures: all of them pass.
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55");

    private Busy() {}

    static boolean isMeantBy(Throwable cause) {
        return cause instanceof SQLTransientConnectionException || isPoolTimeout(cause)
                || cause instanceof SQLException e && e.getSQLState() != null && e.getSQLState().length() == 5 && PASSING.contains(e.getSQLState().substring(0, 2));
    }

    /// Agroal has no type of its own for a pool that stays empty.
    private static boolean isPoolTimeout(Throwable cause) {
        return cause instanceof SQLException && cause.getMessage() != null && cause.getMessage().startsWith("Sorry, acquisition timeout");
    }
}
