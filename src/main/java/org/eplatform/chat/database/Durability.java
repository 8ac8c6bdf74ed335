package org.eplatform.chat.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Which settings of a database let a crash take what it has committed (PostgreSQL, "Write Ahead Log"). `ack` promises the opposite.
///
/// @param broken the settings that are off, empty when the promise holds
record Durability(List<String> broken) {

    /// As this session has it: `synchronous_commit` can be set for a role, a database or a connection alone. Its other values, `local` and `remote_*`
    /// among them, wait for this server's disk.
    private static final String SETTINGS = "select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')";
    private static final List<String> NAMES = List.of("fsync", "full_page_writes", "synchronous_commit");

    static Durability of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(SETTINGS)) {
            row.next();
            var broken = new ArrayList<String>();
            for (int i = 0; i < NAMES.size(); i++) {
                if (row.getString(i + 1).equals("off")) {
                    broken.add(NAMES.get(i) + "=off");
                }
            }
            return new Durability(List.copyOf(broken));
        }
    }

    boolean holds() {
        return broken.isEmpty();
    }
}
