package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eplatform.chat.dev.DevPerson;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.RedisServer;
import org.eplatform.chat.verify.VerifyCommand;

/// People whose connections end (P8): how long they are away while replicas are replaced one after the other, and when all are cut off at once.
record Returning(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results) {

    private static final int REPLICAS = 3;
    private static final int PER_SECOND = 500;
    private static final int LIMIT_SECONDS = 300;
    private static final Pattern RETURNS = Pattern.compile("(?m)^returns +\\d+ +p50 (\\d+) ms, p99 (\\d+) ms, all (\\d+) ms");

    void measure() {
        attempt("rolling restart, PostgreSQL", () -> roll("PostgreSQL", Map.of("CHAT_RELAY", "postgres")));
        attempt("rolling restart, Redis", () -> {
            try (var redis = RedisServer.start()) {
                roll("Redis", Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address()));
            }
        });
        attempt("all at once", this::scatter);
    }

    /// As an orchestrator does it that may have one more, and none less: a new one is ready before an old one is asked to end.
    private void roll(String relay, Map<String, String> environment) throws IOException, InterruptedException {
        var number = new AtomicInteger();
        try (var balancer = new Balancer()) {
            for (int i = 0; i < REPLICAS; i++) {
                balancer.add(replica(number, environment));
            }
            try (var verify = new VerifyCommand(this::token, () -> {
                balancer.add(replica(number, environment));
                balancer.removeOldest().close();
            })) {
                var log = Benchmark.OUTPUT.resolve("rolling-restart-" + relay + ".log");
                int exitCode = verify.run(log, LIMIT_SECONDS, List.of("--url", balancer.address().toString(), "--clients", "100", "--conversations", "200",
                        "--messages", String.valueOf(PER_SECOND * options.scaled(40, 20)), "--rate", String.valueOf(PER_SECOND), "--cuts", "0", "--kills", String.valueOf(REPLICAS)));
                var returns = RETURNS.matcher(Files.readString(log));
                if (exitCode != 0 || !returns.find()) {
                    throw new BenchmarkFailure("chat verify ended with %d, see %s".formatted(exitCode, log));
                }
                add("3 replicas replaced at 500/s by %s, away, p50".formatted(relay), "ms", Double.parseDouble(returns.group(1)), Bar.NONE);
                add("3 replicas replaced at 500/s by %s, away, p99".formatted(relay), "ms", Double.parseDouble(returns.group(2)), atMost(3_000));
                add("3 replicas replaced at 500/s by %s, away, the longest".formatted(relay), "ms", Double.parseDouble(returns.group(3)), Bar.NONE);
            }
        }
    }

    private Server.Ours replica(AtomicInteger number, Map<String, String> environment) throws IOException {
        return Server.replica(number.incrementAndGet(), database, provider, environment);
    }

    private String token(String user) {
        return provider.token(DevPerson.find(user).orElseThrow(), "chat");
    }

    private void scatter() throws IOException {
        int size = options.scaled(10_000, 1_000);
        try (var server = Server.replica(1, database, provider, Map.of()); var herd = new Herd(vertx, server, size)) {
            // Not what was promised, which is about people who come back: everybody's first connection, while the process is at its slowest.
            tell("%,d come at once to a replica that has just started, ".formatted(size), herd.scatter(), size, Bar.NONE, Bar.NONE);
            tell("%,d cut off at once, one replica, ".formatted(size), herd.scatter(), size, atMost(30), atMost(60));
        }
    }

    private void tell(String what, Herd.Outcome back, int size, Bar most, Bar all) {
        add(what + "95 % there", "s", back.millis().getValueAtPercentile(95) / 1e3, most);
        add(what + "all there", "s", back.millis().getMaxValue() / 1e3, all);
        add(what + "tries", "each", back.attempts() / (double) size, Bar.NONE);
    }

    private interface Measurement {
        void run() throws IOException, InterruptedException;
    }

    private void attempt(String what, Measurement measurement) {
        try {
            measurement.run();
        } catch (RuntimeException e) {
            results.fail(Side.OURS, Part.RETURNING, what, e);
        } catch (IOException | InterruptedException e) {
            results.fail(Side.OURS, Part.RETURNING, what, new BenchmarkFailure(what, e));
        }
    }

    private static Bar atMost(double limit) {
        return new Bar(Bar.Kind.OURS_AT_MOST, limit);
    }

    private void add(String what, String unit, double value, Bar bar) {
        results.add(Side.OURS, Part.RETURNING, what, unit, value, bar);
    }
}
