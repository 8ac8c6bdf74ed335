package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.util.function.Supplier;

/// What every part needs: the running server, the database, the generator's event loops, and where results go.
record Bench(Server server, BenchmarkDatabase database, Seed seed, Vertx vertx, Options options, Results results) {

    Side side() {
        return server.side();
    }

    Supplier<Cpu> cpu() {
        return () -> Cpu.of(server.process().pid(), database.postmaster());
    }

    void add(Part part, String what, String unit, double value, Bar bar) {
        results.add(side(), part, what, unit, value, bar);
    }

    void add(Part part, String what, String unit, double value) {
        add(part, what, unit, value, Bar.NONE);
    }

    /// Goes on after a failure: a point that could not be measured is a result too.
    void attempt(Part part, String what, Runnable measurement) {
        try {
            measurement.run();
        } catch (RuntimeException e) {
            results.fail(side(), part, what, e);
        }
    }
}
