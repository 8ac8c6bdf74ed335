package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.UUID;

/// Delivered durable messages per second and the CPU that they cost, by number of connections and messages in flight.
record Throughput(Bench bench, List<UUID> pairs) {

    static final String UNIT = "messages/s";

    private static final Bar AT_LEAST_80_PERCENT = new Bar(Bar.Kind.RATIO_AT_LEAST, 0.8);
    /// 80 % as many messages for the same CPU.
    private static final Bar AT_MOST_A_QUARTER_MORE = new Bar(Bar.Kind.RATIO_AT_MOST, 1.25);

    void measure() {
        for (int connections : List.of(bench.options().scaled(100, 20), bench.options().scaled(1_000, 100))) {
            bench.attempt(Part.THROUGHPUT, connections + " connections", () -> {
                try (var crowd = new Crowd(bench.vertx())) {
                    crowd.growTo(connections, bench.server(), pairs::get);
                    for (int inFlight : List.of(1, 4)) {
                        point(crowd, connections, inFlight);
                    }
                }
            });
        }
    }

    private void point(Crowd crowd, int connections, int inFlight) {
        bench.database().settle();
        var outcome = ClosedLoop.run(crowd, connections, inFlight, bench.options().warmUp(), bench.options().point(), bench.cpu());
        var what = "%,d connections, %d in flight".formatted(connections, inFlight);
        bench.add(Part.THROUGHPUT, what, UNIT, outcome.perSecond(), AT_LEAST_80_PERCENT);
        bench.add(Part.THROUGHPUT, what + ", server and PostgreSQL", "CPU s/10,000", outcome.cost(outcome.cpu().both()), AT_MOST_A_QUARTER_MORE);
        bench.add(Part.THROUGHPUT, what + ", server alone", "CPU s/10,000", outcome.cost(outcome.cpu().server()));
    }
}
