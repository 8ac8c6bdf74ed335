package org.eplatform.chat.benchmark;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/// A service that has been used for years: what a send costs then, and how long reading takes.
record Grown(Bench bench, Server.Ours service) {

    /// Two for each conversation measured, behind the people of the other parts.
    private static final int NEW = 20_000;
    private static final int LONG = 20_002;
    private static final int BUSY = 20_004;
    private static final int LISTER = 20_006;
    private static final int OTHERS = 20_010;
    private static final int LISTED = 500;

    static final int PEOPLE = OTHERS + 10_000;

    private static final Bar READ = new Bar(Bar.Kind.OURS_AT_MOST, 20);

    void measure() {
        var cost = new SendCost(bench);
        if (measures(Part.HISTORY)) {
            cost.measure("a new conversation", NEW, bench.seed().pair(NEW, NEW + 1));
        }
        int messages = bench.options().scaled(1_000_000, 20_000);
        var history = bench.seed().pair(LONG, LONG + 1);
        bench.seed().history(history, LONG, messages);
        if (measures(Part.HISTORY)) {
            bench.seed().tidy();
            cost.measure("%,d messages of history".formatted(messages), LONG, history);
            int idle = bench.options().scaled(10_000, 500);
            bench.seed().conversationsOf(BUSY, OTHERS, idle);
            bench.seed().tidy();
            cost.measure("%,d idle conversations".formatted(idle), BUSY, bench.seed().pair(BUSY, BUSY + 1));
        }
        if (measures(Part.READS)) {
            bench.seed().conversationsOf(LISTER, OTHERS, LISTED);
            bench.seed().tidy();
            read(history, messages);
        }
    }

    private void read(UUID history, int messages) {
        var path = "/api/chat/conversations/" + history + "/?limit=50";
        read("newest 50 of %,d messages".formatted(messages), LONG, path);
        bench.attempt(Part.READS, "history", () -> tell("50 anywhere in %,d messages".formatted(messages), Reading.run(service, Seed.person(LONG), requests(),
                () -> path + "&before=" + ThreadLocalRandom.current().nextLong(100, messages))));
        read("first 50 of %,d conversations".formatted(LISTED), LISTER, "/api/chat/conversations/?limit=50");
        read("first 200 of %,d conversations".formatted(LISTED), LISTER, "/api/chat/conversations/?limit=200");
    }

    private void read(String what, int person, String path) {
        bench.attempt(Part.READS, what, () -> tell(what, Reading.run(service, Seed.person(person), requests(), () -> path)));
    }

    private void tell(String what, Histogram micros) {
        bench.add(Part.READS, what + ", p50", "ms", micros.getValueAtPercentile(50) / 1e3);
        bench.add(Part.READS, what + ", p99", "ms", micros.getValueAtPercentile(99) / 1e3, READ);
    }

    private int requests() {
        return bench.options().scaled(2_000, 200);
    }

    private boolean measures(Part part) {
        return bench.options().parts().contains(part);
    }
}
