package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What a connection costs that does nothing, in a process that has done nothing else.
record Idle(Bench bench) {

    private static final UUID NONE = new UUID(0, 0);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    void measure() {
        bench.attempt(Part.IDLE, "connections", () -> {
            open(bench.options().scaled(200, 50));
            var empty = Memory.of(bench.server().process().pid());
            bench.add(Part.IDLE, "no connection", "threads", empty.threads());
            try (var crowd = new Crowd(bench.vertx())) {
                for (int size : List.of(bench.options().scaled(1_000, 100), bench.options().scaled(10_000, 1_000))) {
                    crowd.growTo(size, bench.server(), _ -> NONE);
                    crowd.watch(SETTLE);
                    var full = Memory.of(bench.server().process().pid());
                    crowd.check();
                    tell(size, empty, full);
                }
            }
        });
    }

    /// The first ones load classes and fill pools, which is not theirs to pay for.
    private void open(int connections) {
        try (var crowd = new Crowd(bench.vertx())) {
            crowd.growTo(connections, bench.server(), _ -> NONE);
        }
        Pause.of(SETTLE);
    }

    private void tell(int size, Memory empty, Memory full) {
        Memory.keep(bench.side().lowerCase() + "-heap-with-" + size + "-connections.txt", full.byClass());
        var what = "%,d connections".formatted(size);
        bench.add(Part.IDLE, what, "kB heap each", (full.heap() - empty.heap()) / 1e3 / size, new Bar(Bar.Kind.OURS_AT_MOST, 12));
        bench.add(Part.IDLE, what, "kB RSS each", (full.resident() - empty.resident()) / 1e3 / size);
        bench.add(Part.IDLE, what, "threads", full.threads());
    }
}
