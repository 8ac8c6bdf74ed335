package org.eplatform.chat.relay;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eplatform.chat.conversation.Moved;
import org.eplatform.chat.conversation.Recipients;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.replica.Replica;

/// The table of moves, read on from where it was read last. Numbers are given before they are committed, so a row may appear below one that was read: the
/// numbers that were passed over are asked for again until whoever took them must have given up. Used by one thread.
@Singleton
class MoveTable {

    private static final String READ = """
            select id, replica, conversation_id, before, version, recipients
            from relay_move where id > ? or id = any(?) order by id limit ?""";

    private static final String TRIM = """
            delete from relay_move where id in (select id from relay_move where id <= ? order by id limit ? for update skip locked)""";

    private static final int PAGE = 1_000;
    /// Longer than any transaction of ours may take.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_MISSING = 10_000;
    /// Longer than a replica may be away from the database and keep its connections.
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration TRIM_EVERY = Duration.ofSeconds(10);

    private record Row(long id, boolean own, Moved moved) {}

    private record Mark(long nanos, long id) {}

    private final Queries queries;
    private final Replica replica;
    private final TreeMap<Long, Long> missing = new TreeMap<>();
    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private Long last;

    MoveTable(Queries queries, Replica replica) {
        this.queries = queries;
        this.replica = replica;
    }

    /// What others did since the last time; the first time nothing.
    List<Moved> read() {
        if (last == null) {
            last = queries.read("select coalesce(max(id), 0) from relay_move", _ -> { }, MoveTable::number);
            return List.of();
        }
        var moves = new ArrayList<Moved>();
        for (boolean more = true; more; ) {
            var page = page();
            page.forEach(row -> {
                passed(row.id);
                if (!row.own) {
                    moves.add(row.moved);
                }
            });
            more = page.size() == PAGE;
        }
        long now = System.nanoTime();
        missing.values().removeIf(since -> now - since > PATIENCE.toNanos());
        return moves;
    }

    private List<Row> page() {
        return queries.each(READ, statement -> {
            statement.setLong(1, last);
            statement.setObject(2, missing.keySet().stream().mapToLong(Long::longValue).toArray());
            statement.setInt(3, PAGE);
        }, this::row);
    }

    private Row row(ResultSet row) throws SQLException {
        var moved = new Moved(new ConversationId(row.getObject(3, UUID.class)), Recipients.of(row.getString(6)), row.getLong(4), row.getLong(5));
        return new Row(row.getLong(1), row.getObject(2, UUID.class).equals(replica.id()), moved);
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

    /// Deletes what every replica has read long ago, now and then.
    void trim() {
        long now = System.nanoTime();
        if (marks.isEmpty() || now - marks.getLast().nanos > TRIM_EVERY.toNanos()) {
            marks.add(new Mark(now, last));
            while (now - marks.getFirst().nanos > KEPT.toNanos()) {
                long upTo = marks.removeFirst().id;
                queries.change(TRIM, statement -> {
                    statement.setLong(1, upTo);
                    statement.setInt(2, 20 * PAGE);
                });
            }
        }
    }

    private static long number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
