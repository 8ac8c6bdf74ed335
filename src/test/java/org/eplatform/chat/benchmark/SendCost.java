package org.eplatform.chat.benchmark;

import java.util.UUID;

/// What one person's messages cost, one in flight, to their partner in one conversation. The floor has nothing to compare: it keeps no history.
final class SendCost {

    /// Not more than noise.
    private static final Bar NO_GROWTH = new Bar(Bar.Kind.OURS_AT_MOST, 1.25);

    private final Bench bench;
    private Double first;

    SendCost(Bench bench) {
        this.bench = bench;
    }

    /// The sender is this person, their partner the next. The later measurements are divided by the first.
    void measure(String what, int person, UUID conversation) {
        bench.attempt(Part.HISTORY, what, () -> {
            try (var crowd = new Crowd(bench.vertx(), person)) {
                crowd.growTo(2, bench.server(), _ -> conversation);
                bench.database().settle();
                // A cold compiler in the first one would flatter all that are divided by it.
                var warmUp = first == null ? bench.options().point().multipliedBy(2) : bench.options().warmUp();
                var outcome = ClosedLoop.run(crowd, 1, 1, warmUp, bench.options().point(), bench.cpu());
                double cost = outcome.cost(outcome.cpu().both());
                bench.add(Part.HISTORY, what, Throughput.UNIT, outcome.perSecond());
                bench.add(Part.HISTORY, what, "CPU s/10,000", cost);
                if (first == null) {
                    first = cost;
                } else {
                    bench.add(Part.HISTORY, what + ", against a new conversation", "times the CPU", cost / first, NO_GROWTH);
                }
            }
        });
    }
}
