package org.eplatform.chat.benchmark;

import java.util.UUID;

/// Fan-out into one conversation of many.
record Crowded(Bench bench, UUID conversation) {

    void measure() {
        int members = bench.options().scaled(1_000, 100);
        bench.attempt(Part.FANOUT, members + " members", () -> {
            try (var crowd = new Crowd(bench.vertx())) {
                crowd.growTo(members, bench.server(), _ -> conversation);
                point(crowd, "%,d members, one message at a time".formatted(members), 1);
                point(crowd, "%,d members, 4 in flight".formatted(members), 4);
            }
        });
    }

    private void point(Crowd crowd, String what, int inFlight) {
        bench.database().settle();
        var outcome = FanOut.run(crowd, inFlight, bench.options().warmUp(), bench.options().point());
        bench.add(Part.FANOUT, what, "deliveries/s", outcome.perSecond());
        bench.add(Part.FANOUT, what + ", send to each delivery, p50", "ms", outcome.latency().getValueAtPercentile(50) / 1e3);
        bench.add(Part.FANOUT, what + ", send to each delivery, p99", "ms", outcome.latency().getValueAtPercentile(99) / 1e3);
    }
}
