package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A version and the next one serve one database, while one follows the other and after a rollback. So a migration only adds (expand); what nobody needs any
/// more is taken out by a later version (contract), under a line `-- contract: since 0.3 nobody reads it`.
class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final String CONTRACT = "-- contract: since ";

    /// What the version before would miss: a thing that it reads or writes is gone, has another name or type, or asks for a value that it does not give.
    private static final Pattern TAKES_AWAY = Pattern.compile("""
            ^drop (table|view|sequence|type|function|trigger|schema)\\b|^truncate\\b|\\brename\\b|\\bdrop (column|constraint)\\b|\\bdrop default\\b\
            |\\bset not null\\b|\\bset data type\\b|\\balter (column )?\\w+ type\\b|^alter table .*\\badd (column )?(?!constraint)\\w+ (?![^,]*\\bdefault\\b)[^,]*\\bnot null\\b\
            |^alter table .*\\badd (constraint|check|unique|primary|foreign|exclude)\\b|^create unique index\\b""");

    static List<Path> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theyAreNumberedWithoutAHoleAndSayWhatTheyDo() throws IOException {
        assertThat(migrations()).hasSizeGreaterThan(5).extracting(file -> file.getFileName().toString())
                .allMatch(name -> name.matches("V\\d{3}__[a-z]+(_[a-z]+)+\\.sql"))
                .extracting(name -> Integer.parseInt(name.substring(1, 4))).isEqualTo(IntStream.rangeClosed(1, migrations().size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void whatTheVersionBeforeNeedsStays(Path migration) throws IOException {
        assertThat(takenAway(Files.readString(migration))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "drop table message;", "alter table message drop column body;", "alter table message rename column body to text;", "ALTER TABLE message RENAME TO messages;",
            "alter table message alter column body type bytea;", "alter table message alter body set data type bytea;", "alter table message alter column body set not null;",
            "alter table message\n    add column kind text not null;", "alter table message add kind text not null;",
            "alter table message add column b text not null, add column a text default 'x';", "alter table message add column a text default 'x', add column b text not null;", "alter table message add constraint short check (length(body) < 9);",
            "create unique index one on message (body);", "alter table chat_user alter column created_at drop default;", "truncate message;",
            "create index fine on message (body); drop table message;"})
    void whatTakesSomethingAwayIsNoticed(String sql) {
        assertThat(takenAway(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "create table more (id bigint not null, body text unique);", "alter table message add column kind text;", "alter table message add column kind text not null default 'text';",
            "create index concurrently fine on message (body);", "drop index message_by_version;", "-- drop table message;\nselect 1;",
            "-- contract: since 0.3 nobody reads it\nalter table message drop column kind;"})
    void whatAddsOrIsToldToBeUnneededMayPass(String sql) {
        assertThat(takenAway(sql)).isEmpty();
    }

    private static List<String> takenAway(String sql) {
        return Arrays.stream(sql.split(";")).filter(statement -> statement.lines().noneMatch(line -> line.startsWith(CONTRACT)))
                .map(statement -> statement.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(statement -> TAKES_AWAY.matcher(statement).find()).toList();
    }
}
