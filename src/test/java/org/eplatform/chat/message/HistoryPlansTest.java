package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.testsupport.FilledDatabase.LONG;

import java.sql.Connection;
import org.eplatform.chat.testsupport.FilledDatabase;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page of 50 out of a million messages costs what it costs out of a hundred.
class HistoryPlansTest {

    private static Connection database;

    @BeforeAll
    static void fill() throws Exception {
        database = FilledDatabase.connect();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"newest, " + Long.MAX_VALUE + ", 51, 0", "before, " + LONG / 2 + ", 51, 1", "after, " + LONG / 2 + ", 1, 51", "around, " + LONG / 2 + ", 26, 51",
            "'after 0', 1, 1, 51"})
    void aPageReadsItsOwnMessagesByIndexAndNoOthers(String position, long place, int older, int newer) throws Exception {
        var conversation = "'" + FilledDatabase.LONG_CONVERSATION + "'::uuid";

        var plan = Plan.of(database, History.PAGE, conversation, place + "::bigint", String.valueOf(older), conversation, place + "::bigint", String.valueOf(newer));
        var prepared = Plan.ofAnyValues(database, History.PAGE);

        System.out.println("page, " + position + ": " + plan.scans() + "; prepared: " + prepared.scans());
        assertThat(plan.scans()).hasSize(2).allSatisfy(HistoryPlansTest::assertWalksTheKey).allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(51));
        assertThat(prepared.scans()).hasSize(2).allSatisfy(HistoryPlansTest::assertWalksTheKey);
    }

    @Test
    void whatWasWrittenSinceAVersionIsReadByItsPlaceAndWhatWasChangedByItsVersion() throws Exception {
        var plan = Plan.of(database, Changes.MESSAGES, "array['" + FilledDatabase.LONG_CONVERSATION + "'::uuid]", "array[" + (LONG - 100) + "::bigint]",
                "array[" + LONG + "::bigint]", "200", "200", "200");

        assertThat(plan.scans()).extracting(Plan.Scan::index).containsExactlyInAnyOrder("conversation_pkey", "message_pkey", "message_by_change");
        assertThat(plan.scans()).allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(100));
    }

    private static void assertWalksTheKey(Plan.Scan scan) {
        assertThat(scan.type()).isEqualTo("Index Scan");
        assertThat(scan.index()).isEqualTo("message_pkey");
    }
}
