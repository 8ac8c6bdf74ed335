package org.eplatform.chat.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eplatform.chat.database.Queries.Reading;

/// A table that is only added to, each row under the next `id`, read on from where it was read last. Numbers are given before they are committed, so a row
/// may appear below one that was read: the numbers that were passed over are asked for again until whoever took them must have given up. For one thread.
public final class Numbered<T> {

    private static final int PAGE = 1_000;
    private static final int MOST_TRIMMED = 20_000;
    /// Longer than any transaction of ours may take.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_MISSING = 10_000;
    private static final Duration TRIM_EVERY = Duration.ofSeconds(10);

    private record Row<T>(long id, T value) {}

    private record Mark(long nanos, long id) {}

    private final Queries queries;
    private final String table;
    private final String page;
    private final Reading<T> reading;
    private final TreeMap<Long, Long> missing = new TreeMap<>();
    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private Long last;

    /// `reading` makes something of a row of these columns, of which the first is its number.
    public Numbered(Queries queries, String table, String columns, Reading<T> reading) {
        this.queries = queries;
        this.table = table;
        this.reading = reading;
        page = page(table, columns);
    }

    /// Two questions in one: with an `or` in its place, PostgreSQL would read the table from its beginning.
    static String page(String table, String columns) {
        return "(select %1$s from %2$s where id > ? order by id limit ?) union all (select %1$s from %2$s where id = any(?)) order by 1".formatted(columns, table);
    }

    /// Hands on what was added since the last time; the first time nothing. What was not handed on, because something failed, comes the next time.
    public void read(Consumer<T> use) {
        if (last == null) {
            begin();
            return;
        }
        for (boolean more = true; more; ) {
            var rows = page();
            rows.forEach(row -> {
                passed(row.id);
                use.accept(row.value);
            });
            more = rows.size() >= PAGE;
        }
        long now = System.nanoTime();
        missing.values().removeIf(since -> now - since > PATIENCE.toNanos());
    }

    /// Below the last one some may not be committed yet.
    private void begin() {
        var latest = queries.each("select id from %s order by id desc limit ?".formatted(table), statement -> statement.setInt(1, PAGE), row -> row.getLong(1));
        last = latest.isEmpty() ? 0 : Math.max(0, latest.getFirst() - PAGE);
        latest.reversed().forEach(this::passed);
    }

    private List<Row<T>> page() {
        return queries.each(page, statement -> {
            statement.setLong(1, last);
            statement.setInt(2, PAGE);
            statement.setObject(3, missing.keySet().stream().mapToLong(Long::longValue).toArray());
        }, row -> new Row<>(row.getLong(1), reading.of(row)));
    }

    private void passed(long id) {
        missing.remove(id);
        for (long skipped = Math.max(last + 1, id - MOST_MISSING); skipped < id; skipped++) {
            missing.put(skipped, System.nanoTime());
        }
        while (missing.size() > MOST_MISSING) {
            missing.pollFirstEntry();
        }
        last = Math.max(last, id);
    }

    /// Deletes, now and then, what was read this long ago. Several processes may do so at once.
    public void trim(Duration kept) {
        long now = System.nanoTime();
        if (last != null && (marks.isEmpty() || now - marks.getLast().nanos > TRIM_EVERY.toNanos())) {
            marks.add(new Mark(now, last));
            while (now - marks.getFirst().nanos > kept.toNanos()) {
                delete(marks.removeFirst().id);
            }
        }
    }

    private void delete(long upTo) {
        queries.change("delete from %1$s where id in (select id from %1$s where id <= ? order by id limit ? for update skip locked)".formatted(table), statement -> {
            statement.setLong(1, upTo);
            statement.setInt(2, MOST_TRIMMED);
        });
    }
}
