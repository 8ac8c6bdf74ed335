package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.flywaydb.core.Flyway;

/// A database of its own as the migrations make it, with a long past: 1,000,000 messages in [#LONG_CONVERSATION], [#BUSY_PERSON] in 500 conversations, and
/// 3,000 conversations of other people; everybody is online. Filled once in a process, and gone with it.
public final class FilledDatabase {

    public static final String BUSY_PERSON = "user0";
    public static final String LONG_CONVERSATION = "00000000-0000-0000-0000-000000000001";
    public static final long LONG = 1_000_000;

    /// Nothing of it has to outlive the process.
    private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off",
            "max_wal_size", "4GB", "shared_buffers", "256MB", "wal_level", "minimal", "max_wal_senders", "0");

    /// The foreign keys hold by construction, and are not looked up a million times.
    private static final String FILL = """
            set session_replication_role = replica;
            insert into chat_user (id, name, username) select 'user' || i, 'Person ' || i, 'p' || i from generate_series(0, 6500) i;
            insert into conversation (id, kind, direct_key, last_seq, version, last_activity)
                select lpad(to_hex(i), 32, '0')::uuid, 'direct', 'key' || i, case when i = 1 then %1$d else 5 end, case when i = 1 then %1$d else 5 end,
                       now() - i * interval '1 minute'
                from generate_series(1, 3500) i;
            insert into participant (conversation_id, user_id)
                select lpad(to_hex(i), 32, '0')::uuid, 'user' || case when i <= 500 then 0 else i + 3000 end from generate_series(1, 3500) i
                union all select lpad(to_hex(i), 32, '0')::uuid, 'user' || i from generate_series(1, 3500) i;
            insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select lpad(to_hex(1), 32, '0')::uuid, s, lpad(to_hex(s), 32, '0')::uuid, 'user0', lpad(s::text, 8, '0'), 'message ' || s, s
                from generate_series(1, %1$d) s;
            insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select lpad(to_hex(i), 32, '0')::uuid, s, lpad(to_hex(s), 32, '0')::uuid, 'user' || i, s::text, 'message ' || s, s
                from generate_series(2, 3500) i, generate_series(1, 5) s;
            insert into replica (id, alive_until) select lpad(to_hex(i), 32, '0')::uuid, now() + interval '1 day' from generate_series(0, 4) i;
            insert into presence_lease (user_id, replica) select 'user' || i, lpad(to_hex(i %% 5), 32, '0')::uuid from generate_series(0, 6500) i;
            """.formatted(LONG);

    private static DevDatabase filled;

    private FilledDatabase() {}

    public static synchronized Connection connect() throws SQLException {
        if (filled == null) {
            filled = fill();
        }
        // The driver's extended protocol wants values for the parameters of a generic plan.
        return DriverManager.getConnection(filled.jdbcUrl() + "&preferQueryMode=simple");
    }

    private static DevDatabase fill() throws SQLException {
        try {
            var database = DevDatabase.with(FAST);
            Flyway.configure().dataSource(database.jdbcUrl(), "postgres", "postgres").load().migrate();
            try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement()) {
                statement.execute(FILL);
                statement.execute("vacuum analyze");
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
