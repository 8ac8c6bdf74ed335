package org.eplatform.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.testsupport.FilledDatabase;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of somebody with 500 conversations, among 3,000 of other people and a million messages.
class InboxPlansTest {

    private static final List<String> INDEXED = List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan", "Bitmap Heap Scan");

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
        assertReadsOnly(Inbox.LIST, Map.of("user", "'" + FilledDatabase.BUSY_PERSON + "'", "beforeTime", "'infinity'",
                "beforeId", "'ffffffff-ffff-ffff-ffff-ffffffffffff'", "limit", "51"), 500);
    }

    @Test
    void oneConversationReadsItself() throws Exception {
        assertReadsOnly(Inbox.ONE, Map.of("user", "'" + FilledDatabase.BUSY_PERSON + "'", "conversation", "'" + FilledDatabase.LONG_CONVERSATION + "'"), 2);
    }

    private static void assertReadsOnly(String query, Map<String, String> values, long rows) throws Exception {
        var plan = Plan.of(database, query, values);
        var prepared = Plan.ofAnyValues(database, query, values);

        System.out.println("inbox: " + plan.scans() + "; prepared: " + prepared.scans());
        assertThat(plan.scans()).isNotEmpty().allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED))
                .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(rows));
        assertThat(prepared.scans()).isNotEmpty().allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED));
    }
}
