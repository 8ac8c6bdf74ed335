package org.eplatform.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.function.Predicate;
import org.eplatform.chat.testsupport.FilledDatabase;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of somebody with 500 conversations, among 3,000 of other people and a million messages.
class InboxPlansTest {

    private static final List<String> INDEXED = List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan", "Bitmap Heap Scan");
    /// Of those there are a few.
    private static final Predicate<Plan.Scan> BUT_REPLICAS = scan -> !scan.table().equals("replica");

    private static Connection database;

    @BeforeAll
    static void fill() throws Exception {
        database = FilledDatabase.connect();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void theListReadsTheConversationsOfItsOwnerByIndexAndNoOthers() throws Exception {
        assertReadsOnly(500, Inbox.LIST, "'" + FilledDatabase.BUSY_PERSON + "'", "'infinity'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid", "51");
    }

    @Test
    void oneConversationReadsItself() throws Exception {
        assertReadsOnly(2, Inbox.ONE, "'" + FilledDatabase.BUSY_PERSON + "'", "'" + FilledDatabase.LONG_CONVERSATION + "'");
    }

    private static void assertReadsOnly(long rows, String query, String... values) throws Exception {
        var plan = Plan.of(database, query, values);
        var prepared = Plan.ofAnyValues(database, query);

        System.out.println("inbox: " + plan.scans() + "; prepared: " + prepared.scans());
        assertThat(plan.scans()).isNotEmpty().filteredOn(BUT_REPLICAS).allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED))
                .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(rows));
        assertThat(prepared.scans()).isNotEmpty().filteredOn(BUT_REPLICAS).allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED));
        // Whatever the statistics say: by another index, the last message would be looked for among all of its conversation.
        assertThat(prepared.scans()).filteredOn(scan -> scan.table().equals("message")).extracting(Plan.Scan::index).containsExactly("message_pkey");
    }
}
