package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eplatform.chat.testsupport.Resident;

/// Ten minutes of several things at once: 2,000 connections, 200 messages a second among them, people who come and go, and pages that are read. What memory does
/// meanwhile is a slope, by least squares, over all but the first fifth of the time. Resident memory is read before a JVM is made to collect; how much of an
/// executable's heap lives, nobody can ask it.
record Soak(Bench bench, Server.Ours service, int firstPerson, List<UUID> pairs) {

    private static final double PER_SECOND = 200;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int COMING_AND_GOING = 50;
    private static final int PAGES = 20;

    private record Sample(double minutes, double heap, double resident) {}

    void measure() {
        bench.attempt(Part.SOAK, "ten minutes", () -> {
            int size = pairs.size();
            try (var crowd = new Crowd(bench.vertx(), firstPerson)) {
                crowd.growTo(size, bench.server(), pairs::get);
                var samples = soak(crowd);
                var counted = samples.subList(samples.size() / 5, samples.size());
                var what = "%,d connections, %.0f messages/s, ".formatted(size, PER_SECOND);
                if (isJvm()) {
                    bench.add(Part.SOAK, what + "live heap at the end", "MB", samples.getLast().heap / 1e6);
                    bench.add(Part.SOAK, what + "live heap", "kB/min more", slope(counted, Sample::heap) / 1e3);
                }
                bench.add(Part.SOAK, what + "resident at the end", "MB", samples.getLast().resident / 1e6);
                bench.add(Part.SOAK, what + "resident", "kB/min more", slope(counted, Sample::resident) / 1e3);
            }
        });
    }

    private List<Sample> soak(Crowd crowd) {
        var samples = new ArrayList<Sample>();
        long start = System.nanoTime();
        var length = Duration.ofMinutes(bench.options().scaled(10, 1));
        while (System.nanoTime() - start < length.toNanos()) {
            var outcome = FixedRate.run(crowd, PER_SECOND, Duration.ZERO, TURN);
            if (outcome.missing() > 0) {
                throw new BenchmarkFailure("%,d messages were not delivered".formatted(outcome.missing()));
            }
            comeAndGo();
            Reading.run(service, Seed.person(firstPerson), PAGES, () -> "/api/chat/conversations/" + pairs.getFirst() + "/?limit=50");
            long resident = Resident.bytes(service.process().pid());
            long heap = isJvm() ? Memory.of(service.process().pid()).heap() : 0;
            samples.add(new Sample((System.nanoTime() - start) / 60e9, heap, resident));
        }
        return samples;
    }

    private static boolean isJvm() {
        return Server.SERVICE.contains("-jar");
    }

    private void comeAndGo() {
        try (var others = new Crowd(bench.vertx(), firstPerson + pairs.size())) {
            others.growTo(COMING_AND_GOING, bench.server(), _ -> new UUID(0, 0));
        }
    }

    private interface Value {
        double of(Sample sample);
    }

    private static double slope(List<Sample> samples, Value value) {
        double meanX = samples.stream().mapToDouble(Sample::minutes).average().orElseThrow();
        double meanY = samples.stream().mapToDouble(value::of).average().orElseThrow();
        double above = samples.stream().mapToDouble(sample -> (sample.minutes - meanX) * (value.of(sample) - meanY)).sum();
        double below = samples.stream().mapToDouble(sample -> (sample.minutes - meanX) * (sample.minutes - meanX)).sum();
        return below == 0 ? 0 : above / below;
    }
}
