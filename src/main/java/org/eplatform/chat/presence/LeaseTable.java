package org.eplatform.chat.presence;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.replica.Replica;

/// Who is connected to which replica, and until when each replica is taken to live: one row for a replica is refreshed, and not one for each connection.
@Singleton
class LeaseTable {

    /// Whether somebody, `%s`, is connected to a replica that lives. A look-up by key for each: of an `exists` the planner would make one reading of all leases.
    static final String ONLINE = """
            coalesce((select true from presence_lease l join replica r on r.id = l.replica
                where l.user_id = %s and r.alive_until > clock_timestamp() limit 1), false)""";

    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final String LIVE = """
            insert into replica (id, alive_until) values (?, clock_timestamp() + cast(? as interval))
            on conflict (id) do update set alive_until = excluded.alive_until returning xmax = 0""";

    private static final String BURY = """
            with dead as (delete from replica where alive_until < clock_timestamp() - interval '1 minute' returning id)
            delete from presence_lease where replica in (select id from dead)""";

    private static final String HOLD = "insert into presence_lease (user_id, replica) select u, ? from unnest(?) u on conflict do nothing";

    private static final String RELEASE = "delete from presence_lease where user_id = any(?) and replica = ?";

    private static final String ELSEWHERE = """
            select distinct l.user_id from presence_lease l join replica r on r.id = l.replica
            where l.user_id = any(?) and l.replica <> ? and r.alive_until > clock_timestamp()""";

    private static final String OTHERS = "select id from replica where id <> ? and alive_until > clock_timestamp()";

    private static final String PEOPLE = "select distinct user_id from presence_lease where replica = any(?)";

    /// How many are looked up by one statement.
    static final int AT_ONCE = 5_000;

    private final Queries queries;
    private final Replica replica;

    LeaseTable(Queries queries, Replica replica) {
        this.queries = queries;
        this.replica = replica;
    }

    /// True when the database knew nothing of this replica.
    boolean live() {
        boolean isNew = queries.each(LIVE, statement -> {
            statement.setObject(1, replica.id());
            statement.setString(2, LEASE.toString());
        }, row -> row.getBoolean(1)).getFirst();
        queries.change(BURY, _ -> { });
        return isNew;
    }

    /// The other replicas that live.
    Set<UUID> others() {
        return Set.copyOf(queries.each(OTHERS, statement -> statement.setObject(1, replica.id()), row -> row.getObject(1, UUID.class)));
    }

    /// Who was written down as connected to these, whether they live or not.
    Set<UserId> people(Collection<UUID> replicas) {
        if (replicas.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(queries.each(PEOPLE, statement -> statement.setObject(1, replicas.toArray(UUID[]::new)), row -> new UserId(row.getString(1))));
    }

    void hold(Collection<UserId> users) {
        queries.change(HOLD, statement -> {
            statement.setObject(1, replica.id());
            statement.setObject(2, texts(users));
        });
    }

    void release(Collection<UserId> users) {
        queries.change(RELEASE, statement -> {
            statement.setObject(1, texts(users));
            statement.setObject(2, replica.id());
        });
    }

    /// Those of these who are connected to another replica.
    Set<UserId> elsewhere(Collection<UserId> users) {
        if (!replica.hasPeers()) {
            return Set.of();
        }
        var all = texts(users);
        return IntStream.iterate(0, from -> from < all.length, from -> from + AT_ONCE)
                .mapToObj(from -> elsewhere(Arrays.copyOfRange(all, from, Math.min(all.length, from + AT_ONCE))))
                .flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    private List<UserId> elsewhere(String[] users) {
        return queries.each(ELSEWHERE, statement -> {
            statement.setObject(1, users);
            statement.setObject(2, replica.id());
        }, row -> new UserId(row.getString(1)));
    }

    private static String[] texts(Collection<UserId> users) {
        return users.stream().map(UserId::value).toArray(String[]::new);
    }
}
