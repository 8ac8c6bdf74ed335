package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eplatform.chat.dev.DevProvider;

/// `./mvnw verify -Pbenchmark`: measures one side after the other, and writes down what came of it (docs/benchmark.md).
public final class Benchmark {

    static final Path OUTPUT = Path.of("target/benchmark");

    private final Options options;
    private final Results results = new Results();
    private final BenchmarkDatabase database;
    private final DevProvider provider;
    private final Vertx vertx;

    private Benchmark(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx) {
        this.options = options;
        this.database = database;
        this.provider = provider;
        this.vertx = vertx;
    }

    /// Exits with 1 when something could not be measured. A bar that is missed is a result, not a failure.
    public static void main(String... args) throws IOException, SQLException {
        Logging.plain();
        var options = Options.fromSystemProperties();
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            System.err.println("The benchmark reads CPU time and memory from /proc: it needs Linux.");
            System.exit(1);
        }
        Files.createDirectories(OUTPUT);
        endAfter(options);
        Results results;
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try (var database = BenchmarkDatabase.start(); var provider = DevProvider.start(0)) {
            var benchmark = new Benchmark(options, database, provider, vertx);
            for (var side : Side.values()) {
                benchmark.measure(side);
            }
            results = benchmark.results;
            new Report(results, Machine.here(database.version()), options).write();
        } finally {
            vertx.close();
        }
        System.exit(results.failures().isEmpty() ? 0 : 1);
    }

    /// The limit of the whole run. Leaving by `exit` ends the servers and the database too.
    private static void endAfter(Options options) {
        Thread.ofPlatform().daemon().name("limit").start(() -> {
            Pause.of(options.limit());
            System.err.println("The benchmark did not end within " + options.limit());
            System.exit(2);
        });
    }

    private void measure(Side side) throws IOException {
        if (!options.sides().contains(side)) {
            return;
        }
        System.out.printf("%n== %s%n", side.lowerCase());
        int people = options.scaled(1_000, 100);
        var pairs = side == Side.OURS ? new ArrayList<UUID>() : floorPairs(people);
        try (var server = Server.start(side, database, provider)) {
            var bench = bench(server);
            if (server instanceof Server.Ours) {
                bench.seed().people(Grown.PEOPLE);
                pairs.addAll(bench.seed().pairs(people));
            }
            live(bench, pairs);
            if (server instanceof Server.Ours service) {
                new Grown(bench, service).measure();
                if (options.parts().contains(Part.SOAK)) {
                    new Soak(bench, service, people, bench.seed().pairs(people, options.scaled(2_000, 200))).measure();
                }
                if (options.parts().contains(Part.PAGE)) {
                    new PageSpeed(bench, service).measure();
                }
            }
        }
        if (side == Side.OURS && options.parts().contains(Part.REPLICAS)) {
            new Spread(options, database, provider, vertx, results, pairs.subList(0, options.scaled(100, 20))).measure();
        }
        if (side == Side.OURS && options.parts().contains(Part.WATCHING)) {
            new Watching(options, database, provider, vertx, results).measure();
        }
        if (side == Side.OURS && options.parts().contains(Part.FOOTPRINT)) {
            new Footprint(options, database, provider, vertx, results).measure();
        }
        if (side == Side.OURS && options.parts().contains(Part.RETURNING)) {
            new Returning(options, database, provider, vertx, results).measure();
        }
        if (options.parts().contains(Part.IDLE)) {
            try (var server = Server.start(side, database, provider)) {
                new Idle(bench(server)).measure();
            }
        }
    }

    private void live(Bench bench, List<UUID> pairs) {
        int people = pairs.size();
        boolean ours = bench.side() == Side.OURS;
        heat(bench, pairs);
        if (options.parts().contains(Part.THROUGHPUT)) {
            profiled(bench, new Throughput(bench, pairs)::measure);
        }
        if (options.parts().contains(Part.LATENCY)) {
            new Latency(bench, pairs).measure();
        }
        if (options.parts().contains(Part.FANOUT)) {
            new Crowded(bench, ours ? bench.seed().crowd(people) : UUID.randomUUID()).measure();
        }
        if (ours && options.parts().contains(Part.HARM)) {
            new Harm(bench, pairs).measure();
        }
    }

    private void heat(Bench bench, List<UUID> pairs) {
        int connections = options.scaled(100, 20);
        try (var crowd = new Crowd(vertx)) {
            crowd.growTo(connections, bench.server(), pairs::get);
            ClosedLoop.run(crowd, connections, 4, options.heat(), options.warmUp(), bench.cpu());
        }
    }

    private void profiled(Bench bench, Runnable measurement) {
        long pid = bench.server().process().pid();
        if (options.profile()) {
            Profiler.start(pid);
        }
        measurement.run();
        if (options.profile()) {
            Profiler.stop(pid, OUTPUT.resolve(bench.side().lowerCase() + ".jfr"));
        }
    }

    private Bench bench(Server server) {
        return new Bench(server, database, new Seed(database, provider.issuer()), vertx, options, results);
    }

    private static List<UUID> floorPairs(int people) {
        var ids = IntStream.range(0, people / 2).mapToObj(_ -> UUID.randomUUID()).toList();
        return IntStream.range(0, people).mapToObj(i -> ids.get(i / 2)).toList();
    }
}
