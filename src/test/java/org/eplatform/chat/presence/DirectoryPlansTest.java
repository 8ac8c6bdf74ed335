package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.eplatform.chat.testsupport.FilledDatabase;
import org.eplatform.chat.testsupport.Plan;
import org.junit.jupiter.api.Test;

/// The acquaintances of somebody with 500 conversations, among 6,500 people and 3,000 conversations of others.
class DirectoryPlansTest {

    private static final List<String> INDEXED = List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan", "Bitmap Heap Scan");
    /// Of those there are a few.
    private static final Predicate<Plan.Scan> BUT_REPLICAS = scan -> !scan.table().equals("replica");
    private static final String QUERY = Directory.ACQUAINTANCES.replaceAll(":[a-zA-Z]+", "?");
    private static final String CALLER = "'" + FilledDatabase.BUSY_PERSON + "'";
    private static final String NOBODY = "'%nobody is called so%'";

    @Test
    void whoIsSearchedAmongAcquaintancesIsLookedForThereAndNowhereElse() throws Exception {
        try (var database = FilledDatabase.connect()) {
            var plan = Plan.of(database, QUERY, CALLER, CALLER, NOBODY, NOBODY, "''", "''", "51");
            var prepared = Plan.ofAnyValues(database, QUERY);

            System.out.println("directory: " + plan.scans() + "; prepared: " + prepared.scans());
            assertThat(plan.scans()).isNotEmpty().filteredOn(BUT_REPLICAS).allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED))
                    .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(1_000));
            assertThat(prepared.scans()).isNotEmpty().filteredOn(BUT_REPLICAS).allSatisfy(scan -> assertThat(scan.type()).isIn(INDEXED));
        }
    }
}
