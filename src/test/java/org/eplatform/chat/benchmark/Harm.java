package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What [Mischief] costs the others (P9): their latency at a rate far from the most, and the server's live heap.
record Harm(Bench bench, List<UUID> pairs) {

    private static final double PER_SECOND = 1_000;
    private static final Duration UNTIL_IT_HURTS = Duration.ofSeconds(5);

    void measure() {
        bench.attempt(Part.HARM, "others", () -> {
            try (var crowd = new Crowd(bench.vertx())) {
                crowd.growTo(bench.options().scaled(100, 20), bench.server(), pairs::get);
                double calm = p99(crowd, "nobody harms");
                long heap = heap();
                try (var mischief = new Mischief(bench.vertx(), bench.server(), pairs)) {
                    crowd.watch(UNTIL_IT_HURTS);
                    double harmed = p99(crowd, "one floods, 20 are deaf");
                    bench.add(Part.HARM, "one floods, 20 are deaf, against nobody", "times the p99", harmed / calm, new Bar(Bar.Kind.OURS_AT_MOST, 1.5));
                    bench.add(Part.HARM, "one floods, 20 are deaf, against nobody", "MB heap more", (heap() - heap) / 1e6, new Bar(Bar.Kind.OURS_AT_MOST, 20));
                    bench.add(Part.HARM, "the flooder was closed", "times", mischief.floodsEnded());
                }
            }
        });
    }

    private double p99(Crowd crowd, String what) {
        bench.database().settle();
        double millis = FixedRate.run(crowd, PER_SECOND, bench.options().warmUp(), bench.options().point()).delivery().getValueAtPercentile(99) / 1e3;
        bench.add(Part.HARM, "1,000/s, " + what + ", send to delivery, p99", "ms", millis);
        return millis;
    }

    private long heap() {
        return Memory.of(bench.server().process().pid()).heap();
    }
}
