package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/// Latency at a quarter and at half of the floor's most, the same rate for both sides.
record Latency(Bench bench, List<UUID> pairs) {

    void measure() {
        int connections = bench.options().scaled(100, 20);
        bench.attempt(Part.LATENCY, "maximum", () -> {
            double maximum = bench.results().maximum(Side.FLOOR).orElseGet(() -> maximum(connections));
            point(connections, "quarter", maximum / 4, new Bar(Bar.Kind.RATIO_AT_MOST, 2));
            point(connections, "half", maximum / 2, Bar.NONE);
        });
    }

    /// For a run without the closed loop.
    private double maximum(int connections) {
        try (var crowd = new Crowd(bench.vertx())) {
            crowd.growTo(connections, bench.server(), pairs::get);
            var outcome = ClosedLoop.run(crowd, connections, 4, bench.options().warmUp(), bench.options().point(), bench.cpu());
            bench.results().add(bench.side(), Part.THROUGHPUT, "for the fixed rates", Throughput.UNIT, outcome.perSecond(), Bar.NONE);
            return outcome.perSecond();
        }
    }

    private void point(int connections, String share, double perSecond, Bar bar) {
        bench.attempt(Part.LATENCY, share, () -> {
            try (var crowd = new Crowd(bench.vertx())) {
                crowd.growTo(connections, bench.server(), pairs::get);
                bench.database().settle();
                var outcome = FixedRate.run(crowd, perSecond, bench.options().warmUp(), bench.options().point());
                var name = "%s (%,.0f/s)".formatted(share, perSecond);
                tell(name + ", send to ack", outcome.ack(), Bar.NONE);
                tell(name + ", send to delivery", outcome.delivery(), bar);
                bench.results().curve(bench.side(), share, outcome.delivery());
                if (outcome.missing() > 0) {
                    throw new BenchmarkFailure("%,d messages were not delivered within 10 s after the last one was due".formatted(outcome.missing()));
                }
            }
        });
    }

    private void tell(String what, Histogram micros, Bar bar) {
        bench.add(Part.LATENCY, what + ", p50", "ms", micros.getValueAtPercentile(50) / 1e3);
        bench.add(Part.LATENCY, what + ", p99", "ms", micros.getValueAtPercentile(99) / 1e3, bar);
        bench.add(Part.LATENCY, what + ", max", "ms", micros.getMaxValue() / 1e3);
    }
}
