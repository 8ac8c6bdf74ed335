package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.HdrHistogram.Histogram;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.LossyRedis;
import org.eplatform.chat.testsupport.RedisServer;

/// One, two and three replicas by each relay: how long a message takes to somebody at the same replica and to somebody at another one, and how many messages all
/// deliver. They share the machine, so more of them deliver no more here.
record Spread(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results, List<UUID> pairs) {

    private static final int MOST = 3;
    /// Many and short: what stops the machine for a third of a second falls upon one of them, and would alone decide over a p99 of all.
    private static final int ROUNDS = 5;
    /// Low enough that nobody queues.
    private static final double PER_SECOND = 200;
    private static final double PER_SECOND_WITH_LOSS = 50;
    private static final Bar CONVERGED = new Bar(Bar.Kind.OURS_AT_MOST, 2_000);
    private static final Bar ACROSS = new Bar(Bar.Kind.OURS_AT_MOST, 2);

    void measure() {
        measure("PostgreSQL", Map.of("CHAT_RELAY", "postgres"), Bar.NONE);
        try (var redis = RedisServer.start()) {
            measure("Redis", Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address()), ACROSS);
            try (var lossy = LossyRedis.before(redis)) {
                measureLoss(Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", lossy.address()));
            }
        } catch (IOException e) {
            results.fail(Side.OURS, Part.REPLICAS, "Redis", new BenchmarkFailure("Redis does not start", e));
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private void measure(String relay, Map<String, String> environment, Bar across) {
        var replicas = new ArrayList<Server>();
        try {
            for (int count = 1; count <= MOST; count++) {
                replicas.add(Server.replica(count, database, provider, environment));
                measure("%s, %d".formatted(relay, count), replicas, across);
            }
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.REPLICAS, relay, e instanceof RuntimeException known ? known : new BenchmarkFailure("a replica does not start", e));
        } finally {
            replicas.forEach(Server::close);
        }
    }

    /// So few in each conversation that no later message shows that one is missing.
    private void measureLoss(Map<String, String> environment) {
        var replicas = new ArrayList<Server>();
        try {
            for (int i = 1; i <= 2; i++) {
                replicas.add(Server.replica(i, database, provider, environment));
            }
            closedLoop(replicas, i -> i % 2);
            var across = fixedRate(replicas, i -> i % 2, PER_SECOND_WITH_LOSS, options.point());
            add("Redis that loses a fifth, 2, to another replica, p50", "ms", across.getValueAtPercentile(50) / 1e3, Bar.NONE);
            add("Redis that loses a fifth, 2, to another replica, p99", "ms", across.getValueAtPercentile(99) / 1e3, CONVERGED);
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.REPLICAS, "loss", e instanceof RuntimeException known ? known : new BenchmarkFailure("a replica does not start", e));
        } finally {
            replicas.forEach(Server::close);
        }
    }

    private void measure(String name, List<Server> replicas, Bar bar) {
        int count = replicas.size();
        // The first time heats the newest one up.
        closedLoop(replicas, i -> i % count);
        add(name + ", 4 in flight", "messages/s", closedLoop(replicas, i -> i % count), Bar.NONE);
        var inside = new Histogram(3);
        var across = new Histogram(3);
        var ratios = new ArrayList<Double>();
        var round = options.point().dividedBy(3);
        // By turns, so that both meet the same machine.
        for (int i = 0; i < ROUNDS; i++) {
            var near = fixedRate(replicas, pair -> pair / 2 % count, PER_SECOND, round);
            inside.add(near);
            if (count > 1) {
                var far = fixedRate(replicas, pair -> pair % count, PER_SECOND, round);
                across.add(far);
                ratios.add(far.getValueAtPercentile(99) / (double) near.getValueAtPercentile(99));
            }
        }
        tell(name + ", to the same replica", inside);
        if (count > 1) {
            tell(name + ", to another replica", across);
            add(name + ", p99 to another by p99 to the same, median of %d rounds".formatted(ROUNDS), "times", Median.of(ratios), bar);
        }
    }

    private double closedLoop(List<Server> replicas, IntUnaryOperator replicaOf) {
        try (var crowd = new Crowd(vertx)) {
            crowd.growTo(pairs.size(), i -> replicas.get(replicaOf.applyAsInt(i)), pairs::get);
            return ClosedLoop.run(crowd, pairs.size(), 4, options.warmUp(), options.point(), () -> new Cpu(0, 0)).perSecond();
        }
    }

    private Histogram fixedRate(List<Server> replicas, IntUnaryOperator replicaOf, double perSecond, Duration measured) {
        try (var crowd = new Crowd(vertx)) {
            crowd.growTo(pairs.size(), i -> replicas.get(replicaOf.applyAsInt(i)), pairs::get);
            database.settle();
            var outcome = FixedRate.run(crowd, perSecond, measured.dividedBy(2), measured);
            if (outcome.missing() > 0) {
                throw new BenchmarkFailure("%,d messages were not delivered".formatted(outcome.missing()));
            }
            return outcome.delivery();
        }
    }

    private void tell(String what, Histogram micros) {
        add(what + ", p50", "ms", micros.getValueAtPercentile(50) / 1e3, Bar.NONE);
        add(what + ", p99", "ms", micros.getValueAtPercentile(99) / 1e3, Bar.NONE);
    }

    private void add(String what, String unit, double value, Bar bar) {
        results.add(Side.OURS, Part.REPLICAS, what, unit, value, bar);
    }
}
