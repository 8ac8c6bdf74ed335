package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eplatform.chat.testsupport.FilledDatabase;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.Test;

/// The acquaintances of somebody with 500 conversations, among 6,500 people and 3,000 conversations of others.
class DirectoryPlansTest {

    private static final List<String> INDEXED = List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan", "Bitmap Heap Scan");
    private static final Map<String, String> NOBODY = Map.of("caller", "'" + FilledDatabase.BUSY_PERSON + "'", "pattern", "'%nobody is called so%'",
            "afterName", "''", "afterId", "''", "limit", "51");

    @Test
    void whoIsSearchedAmongAcquaintancesIsLookedForThereAndNowhereElse() throws Exception {
        try (var database = FilledDatabase.connect()) {
            var plan = Plan.of(database, Directory.ACQUAINTANCES, NOBODY);
            var prepared = Plan.ofAnyValues(database, Directory.ACQUAINTANCES, NOBODY);

            System.out.println("directory: " + plan.scans() + "; prepared: " + prepared.scans());
            assertThat(plan.scans()).isNotEmpty().allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED))
                    .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(1_000));
            assertThat(prepared.scans()).isNotEmpty().allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED));
        }
    }
}
