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
import java.util.stream.LongStream;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.FreePorts;

/// How fast it starts and how much memory it takes, beside the least service of the same kind (`src/test/hello`), as a JVM build and, where there is one, as a
/// native executable. The schema is migrated already.
record Footprint(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results) {

    private static final Path HELLO = Path.of("target/hello");
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final UUID NONE = new UUID(0, 0);

    void measure() {
        try {
            buildHello();
            compare("JVM", jar(Path.of("target")), jar(HELLO), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5), Bar.NONE);
            compare("JVM, classes made ready", ready(Path.of("target")), readyHello(), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5), Bar.NONE);
            var ours = executable(Path.of("target"));
            var hello = executable(HELLO);
            if (ours == null || hello == null) {
                System.out.println("  not measured: a native executable, since there is none of both; ./mvnw package -Dnative and ./mvnw -f src/test/hello package -Dnative make them");
                return;
            }
            compare("native", ours, hello, new Bar(Bar.Kind.RATIO_AT_MOST, 2), new Bar(Bar.Kind.RATIO_AT_MOST, 1.5));
            results.add(Side.OURS, Part.FOOTPRINT, "native, executable", "MB", Files.size(Path.of(ours.getFirst())) / 1e6, new Bar(Bar.Kind.OURS_AT_MOST, 120));
            sockets(ours);
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.FOOTPRINT, "start", e instanceof RuntimeException known ? known : new BenchmarkFailure("start", e));
        }
    }

    private static void buildHello() throws IOException {
        if (Files.exists(HELLO.resolve("quarkus-app"))) {
            return;
        }
        end(new ProcessBuilder("./mvnw", "-q", "-f", "src/test/hello", "package").inheritIO().start(), "src/test/hello cannot be built");
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

    /// The other one learns from a whole start.
    private static List<String> readyHello() throws IOException {
        hello("training", training(HELLO)).close();
        return trained(HELLO);
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

    /// By turns, so that both meet the same machine.
    private void compare(String kind, List<String> ours, List<String> hello, Bar start, Bar memory) throws IOException {
        int starts = options.scaled(7, 3);
        var millis = new long[2][starts];
        var bytes = new long[2][starts];
        for (int i = 0; i < starts; i++) {
            try (var server = ours(kind, ours)) {
                millis[0][i] = server.process().startedWithin().toMillis();
                Pause.of(SETTLE);
                bytes[0][i] = Resident.bytes(server.process().pid());
            }
            try (var process = hello(kind, hello)) {
                millis[1][i] = process.startedWithin().toMillis();
                Pause.of(SETTLE);
                bytes[1][i] = Resident.bytes(process.pid());
            }
        }
        tell(kind + ", start to ready, median", "ms", median(millis[0]), median(millis[1]), start);
        tell(kind + ", resident when idle, median", "MB", median(bytes[0]) / 1e6, median(bytes[1]) / 1e6, memory);
    }

    private void tell(String what, String unit, double ours, double hello, Bar bar) {
        results.add(Side.FLOOR, Part.FOOTPRINT, what, unit, hello, bar);
        results.add(Side.OURS, Part.FOOTPRINT, what, unit, ours, bar);
    }

    private static double median(long[] values) {
        return LongStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
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
        return ServerProcess.start("footprint-hello-" + kind, command, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }
}
