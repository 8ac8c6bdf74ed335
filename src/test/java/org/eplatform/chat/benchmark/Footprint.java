package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.FreePorts;
import org.eplatform.chat.testsupport.Resident;

/// How fast it starts and how much memory it takes, beside the least service of the same kind (`src/test/hello`), and beside that one with the extensions for a
/// database and a login, which are given here (its profile `parts`): as a JVM build and, where there is one, as a native executable. The schema is migrated already.
record Footprint(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results) {

    private static final Path HELLO = Path.of("target/hello");
    private static final Path PARTS = Path.of("target/parts");
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final UUID NONE = new UUID(0, 0);

    void measure() {
        try {
            build(HELLO);
            build(PARTS, "-Pparts");
            compare("JVM", jar(Path.of("target")), jar(HELLO), jar(PARTS), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5), Bar.NONE);
            compare("JVM, classes made ready", ready(Path.of("target")), readyHello(), readyParts(), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5), Bar.NONE);
            var ours = executable(Path.of("target"));
            var hello = executable(HELLO);
            var parts = executable(PARTS);
            if (ours == null || hello == null || parts == null) {
                System.out.println("  not measured: a native executable, since there is none of all three; ./mvnw package -Dnative and ./mvnw -f src/test/hello package -Dnative "
                        + "without and with -Pparts make them");
                return;
            }
            compare("native", ours, hello, parts, new Bar(Bar.Kind.RATIO_AT_MOST, 2), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5));
            results.add(Side.OURS, Part.FOOTPRINT, "native, executable", "MB", Files.size(Path.of(ours.getFirst())) / 1e6, new Bar(Bar.Kind.OURS_AT_MOST, 120));
            sockets(ours);
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.FOOTPRINT, "start", e instanceof RuntimeException known ? known : new BenchmarkFailure("start", e));
        }
    }

    private static void build(Path folder, String... profile) throws IOException {
        if (Files.exists(folder.resolve("quarkus-app"))) {
            return;
        }
        var command = new ArrayList<>(List.of("./mvnw", "-q", "-f", "src/test/hello", "package"));
        command.addAll(List.of(profile));
        end(new ProcessBuilder(command).inheritIO().start(), "src/test/hello cannot be built");
    }

    private static void end(Process process, String otherwise) {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new BenchmarkFailure(otherwise);
            }
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /// As `Dockerfile.jvm` does it.
    private static List<String> ready(Path folder) throws IOException {
        var training = new ArrayList<>(training(folder));
        training.add("prepare");
        end(new ProcessBuilder(training).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start(), "the classes cannot be made ready");
        return trained(folder);
    }

    /// The others learn from a whole start.
    private static List<String> readyHello() throws IOException {
        hello("training", training(HELLO)).close();
        return trained(HELLO);
    }

    private List<String> readyParts() throws IOException {
        parts("training", training(PARTS)).close();
        return trained(PARTS);
    }

    private static List<String> training(Path folder) throws IOException {
        Files.deleteIfExists(cache(folder));
        return with("-XX:AOTCacheOutput=" + cache(folder), folder);
    }

    private static List<String> trained(Path folder) {
        if (!Files.exists(cache(folder))) {
            throw new BenchmarkFailure("no classes were made ready in " + folder);
        }
        return with("-XX:AOTCache=" + cache(folder), folder);
    }

    private static Path cache(Path folder) {
        return folder.resolve("benchmark.aot").toAbsolutePath();
    }

    private static List<String> with(String option, Path folder) {
        var command = new ArrayList<>(jar(folder));
        command.add(1, option);
        return command;
    }

    private static List<String> jar(Path folder) {
        return ServerProcess.java(List.of("-jar", folder.resolve("quarkus-app/quarkus-run.jar").toString()));
    }

    /// The command that starts it, or null.
    private static List<String> executable(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner")).findAny().map(file -> List.of(file.toString())).orElse(null);
        }
    }

    /// By turns, so that all meet the same machine.
    private void compare(String kind, List<String> ours, List<String> hello, List<String> parts, Bar start, Bar memory) throws IOException {
        var taken = List.of(new Taken(), new Taken(), new Taken());
        for (int i = 0; i < options.scaled(7, 3); i++) {
            taken.get(0).add(ours(kind, ours).process());
            taken.get(1).add(hello(kind, hello));
            taken.get(2).add(parts(kind, parts));
        }
        tell(kind + ", start to ready, median", "ms", Taken::millis, taken.get(0), taken.get(1), start);
        tell(kind + ", beside database and login alone", "ms", Taken::millis, taken.get(0), taken.get(2), Bar.NONE);
        tell(kind + ", resident when idle, median", "MB", Taken::megabytes, taken.get(0), taken.get(1), memory);
        tell(kind + ", beside database and login alone", "MB", Taken::megabytes, taken.get(0), taken.get(2), Bar.NONE);
    }

    private void tell(String what, String unit, ToDoubleFunction<Taken> figure, Taken ours, Taken other, Bar bar) {
        results.add(Side.FLOOR, Part.FOOTPRINT, what, unit, figure.applyAsDouble(other), bar);
        results.add(Side.OURS, Part.FOOTPRINT, what, unit, figure.applyAsDouble(ours), bar);
    }

    /// What the starts of one service took.
    private record Taken(List<Long> starts, List<Long> bytes) {

        Taken() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /// Ends it.
        void add(ServerProcess process) throws IOException {
            try (process) {
                starts.add(process.startedWithin().toMillis());
                Pause.of(SETTLE);
                bytes.add(Resident.bytes(process.pid()));
            }
        }

        double millis() {
            return Median.of(starts);
        }

        double megabytes() {
            return Median.of(bytes) / 1e6;
        }
    }

    private void sockets(List<String> ours) throws IOException {
        int size = options.scaled(2_000, 500);
        try (var server = ours("native-sockets", ours)) {
            try (var crowd = new Crowd(vertx)) {
                crowd.growTo(size / 10, server, _ -> NONE);
            }
            Pause.of(SETTLE);
            long empty = Resident.bytes(server.process().pid());
            try (var crowd = new Crowd(vertx)) {
                crowd.growTo(size, server, _ -> NONE);
                crowd.watch(SETTLE);
                results.add(Side.OURS, Part.FOOTPRINT, "native, %,d connections".formatted(size), "kB RSS each", (Resident.bytes(server.process().pid()) - empty) / 1e3 / size,
                        new Bar(Bar.Kind.OURS_AT_MOST, 10));
            }
        }
    }

    private Server.Ours ours(String kind, List<String> command) throws IOException {
        return Server.packaged("footprint-" + kind, command, database, provider, Map.of());
    }

    private static ServerProcess hello(String kind, List<String> command) throws IOException {
        int port = FreePorts.one();
        return ServerProcess.start("footprint-hello-" + kind, command, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), readiness(port));
    }

    private ServerProcess parts(String kind, List<String> command) throws IOException {
        int port = FreePorts.one();
        return ServerProcess.start("footprint-parts-" + kind, command, Server.environment(port, FreePorts.one(), database, provider), readiness(port));
    }

    private static URI readiness(int port) {
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }
}
