package org.eplatform.chat.benchmark;

import java.util.Locale;

/// A part of the benchmark that can be run alone.
enum Part {
    THROUGHPUT("Closed loop"),
    LATENCY("Fixed rate"),
    FANOUT("Fan-out"),
    HARM("Beside those who harm"),
    IDLE("Idle connections"),
    READS("Reading"),
    HISTORY("Cost of a send"),
    PAGE("The page"),
    REPLICAS("Several replicas"),
    WATCHING("Watching"),
    RETURNING("Coming back"),
    FOOTPRINT("Start and memory"),
    /// Only when it is named: it takes ten minutes.
    SOAK("Ten minutes");

    final String title;

    Part(String title) {
        this.title = title;
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
