package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts people, conversations and history straight into the service's tables: over the API it would take hours.
final class Seed {

    private final BenchmarkDatabase database;
    private final String issuer;

    Seed(BenchmarkDatabase database, String issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    static String person(int index) {
        return "p" + index;
    }

    /// People as the login provider describes them, so that their first call has nothing to write.
    void people(int count) {
        database.run("""
                insert into chat_user (id, name, username, avatar_url)
                select 'p' || i, 'P' || i, 'p' || i, ? || '/avatars/p' || i || '.svg' from generate_series(0, ? - 1) i
                on conflict do nothing""", issuer, count);
    }

    /// A direct conversation for each two neighbours; entry `i` is that of person `i`.
    List<UUID> pairs(int people) {
        return pairs(0, people);
    }

    /// The same for this person, of even number, and those that follow.
    List<UUID> pairs(int first, int people) {
        var ids = IntStream.range(0, people / 2).mapToObj(_ -> UUID.randomUUID()).toList();
        conversations(ids, IntStream.range(0, people / 2).mapToObj(i -> key(first + 2 * i, first + 2 * i + 1)).toList());
        join(ids.stream().flatMap(id -> Stream.of(id, id)).toList(), IntStream.range(first, first + people).mapToObj(Seed::person).toList());
        return IntStream.range(0, people).mapToObj(i -> ids.get(i / 2)).toList();
    }

    /// The conversation of two people.
    UUID pair(int one, int other) {
        var id = UUID.randomUUID();
        conversations(List.of(id), List.of(key(one, other)));
        join(List.of(id, id), List.of(person(one), person(other)));
        return id;
    }

    /// One conversation with this many people in it.
    UUID crowd(int people) {
        var id = UUID.randomUUID();
        database.run("insert into conversation (id, kind) values (?, 'direct')", id);
        join(IntStream.range(0, people).mapToObj(_ -> id).toList(), IntStream.range(0, people).mapToObj(Seed::person).toList());
        return id;
    }

    /// Conversations of this person with as many others, each with one message.
    void conversationsOf(int person, int firstOther, int count) {
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toList();
        conversations(ids, IntStream.range(0, count).mapToObj(i -> key(person, firstOther + i)).toList());
        join(ids, IntStream.range(0, count).mapToObj(_ -> person(person)).toList());
        join(ids, IntStream.range(0, count).mapToObj(i -> person(firstOther + i)).toList());
        database.run("""
                insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select id, 1, gen_random_uuid(), ?, 'seed', 'Hello', 1 from unnest(?) id""", person(person), ids.toArray(UUID[]::new));
        database.run("update conversation set last_seq = 1, version = 1, last_activity = clock_timestamp() where id = any(?)", (Object) ids.toArray(UUID[]::new));
    }

    /// Messages before those that the conversation is going to get.
    void history(UUID conversation, int person, int count) {
        // Two foreign keys checked for each of a million rows take longer than the rows.
        database.run("set session_replication_role = replica");
        database.run("""
                insert into message (conversation_id, seq, id, sender_id, client_id, body, version)
                select ?, i, gen_random_uuid(), ?, 'seed-' || i, repeat('history ', 25), i from generate_series(1, ?) i""", conversation, person(person), count);
        database.run("set session_replication_role = origin");
        database.run("update conversation set last_seq = ?, version = ? where id = ?", (long) count, (long) count, conversation);
    }

    /// This person has seen all that the conversation holds.
    void read(UUID conversation, int person) {
        database.run("""
                update participant set delivered_seq = last_seq, read_seq = last_seq from conversation
                where id = conversation_id and conversation_id = ? and user_id = ?""", conversation, person(person));
    }

    /// What autovacuum would do sooner or later.
    void tidy() {
        for (var table : List.of("chat_user", "conversation", "participant", "message")) {
            database.run("vacuum analyze " + table);
        }
        database.settle();
    }

    private void conversations(List<UUID> ids, List<String> keys) {
        database.run("insert into conversation (id, kind, direct_key) select id, 'direct', key from unnest(?, ?) as given (id, key)",
                ids.toArray(UUID[]::new), keys.toArray(String[]::new));
    }

    private void join(List<UUID> conversations, List<String> people) {
        database.run("insert into participant (conversation_id, user_id) select id, person from unnest(?, ?) as given (id, person)",
                conversations.toArray(UUID[]::new), people.toArray(String[]::new));
    }

    private static String key(int one, int other) {
        return String.join("\u001f", Stream.of(person(one), person(other)).sorted().toList());
    }
}
