package org.eplatform.chat.database;

import java.sql.Connection;
import java.sql.SQLException;

/// What Flyway has noted in a database that has this version's schema. Where all of it is there, nothing is to be done, and that is known by one query: Flyway
/// opens two connections and asks twenty times for it. Whatever else is there, is for Flyway to judge.
final class KnownSchema {

    /// Version, checksum and success of each migration. One that has been released does not change any more; `KnownSchemaTest` tells what a new one adds.
    static final String MIGRATIONS = """
            001 -1573479631 t
            002 -1352562538 t
            003 521082103 t
            004 -1978372486 t
            005 -1109873047 t
            006 -1334661826 t
            007 80096675 t
            008 778492273 t
            009 1320398268 t
            010 -1160250167 t
            """;

    private static final String NOTED = "select string_agg(format(E'%s %s %s\\n', version, checksum, success), '' order by installed_rank) from flyway_schema_history";

    private KnownSchema() {
    }

    static boolean isIn(Connection database) throws SQLException {
        return MIGRATIONS.equals(noted(database));
    }

    static String noted(Connection database) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery(NOTED)) {
            row.next();
            return row.getString(1);
        }
    }
}
