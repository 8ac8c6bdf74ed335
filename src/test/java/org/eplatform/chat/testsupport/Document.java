package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What `docs/operations.md` tells operators to type, so that the tests do just that.
public final class Document {

    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private Document() {}

    /// The blocks of SQL below this heading, up to the next one.
    public static List<String> sql(String heading) throws IOException {
        var text = Files.readString(Path.of("docs/operations.md"));
        int from = text.indexOf("\n" + heading + "\n");
        if (from < 0) {
            throw new IllegalArgumentException("docs/operations.md has no heading " + heading);
        }
        int next = text.indexOf("\n#", from + heading.length());
        return SQL.matcher(text.substring(from, next < 0 ? text.length() : next)).results().map((MatchResult block) -> block.group(1)).toList();
    }

    /// One statement after the other, each by itself, as `psql` does it.
    public static void run(Connection connection, String block) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : block.split(";\n")) {
                statement.execute(sql);
            }
        }
    }
}
