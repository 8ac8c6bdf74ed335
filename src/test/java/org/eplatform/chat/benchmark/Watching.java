package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.RedisServer;

/// What it costs to watch people who are at another replica: while nothing happens, and when they leave. Everything is what is more than without watching.
record Watching(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results) {

    private static final UUID NONE = new UUID(0, 0);
    /// As many as a list of conversations shows at once.
    private static final int EACH_WATCHES = 20;
    private static final Duration SETTLE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /// Short: what is measured when somebody leaves has the cost of doing nothing taken from it.
    private static final String GRACE = "1S";

    void measure() {
        measure("PostgreSQL", Map.of("CHAT_PRESENCE_GRACE", GRACE, "CHAT_RELAY", "postgres"), () -> 0);
        try (var redis = RedisServer.start()) {
            measure("Redis", Map.of("CHAT_PRESENCE_GRACE", GRACE, "CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address()), () -> Resident.bytes(redis.pid()));
        } catch (IOException e) {
            results.fail(Side.OURS, Part.WATCHING, "Redis", new BenchmarkFailure("Redis does not start", e));
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private interface Bytes {
        long now() throws IOException;
    }

    private void measure(String relay, Map<String, String> environment, Bytes carrier) {
        int watchers = options.scaled(1_000, 50);
        int watched = options.scaled(4_000, 200);
        try (var near = Server.replica(1, database, provider, environment); var far = Server.replica(2, database, provider, environment);
                var there = new Crowd(vertx); var here = new Crowd(vertx, watched)) {
            there.growTo(watched, far, _ -> NONE);
            here.growTo(watchers, near, _ -> NONE);
            here.watch(SETTLE);
            var idle = spent(near, here, options.point());
            var empty = Memory.of(near.process().pid());
            long carried = carrier.now();

            var told = new LongAdder();
            here.clients().forEach(client -> client.watch(watchedBy(client.index(), watched), told));
            await(told, (long) watchers * EACH_WATCHES);
            here.watch(SETTLE);
            var watching = spent(near, here, options.point());

            add(relay + ", a watch (one connection, one person)", "B heap", (Memory.of(near.process().pid()).heap() - empty.heap()) / (double) (watchers * EACH_WATCHES));
            add(relay + ", a person who is watched, service", "us CPU each second", micros(watching.server() - idle.server(), watched));
            add(relay + ", a person who is watched, PostgreSQL", "us CPU each second", micros(watching.database() - idle.database(), watched));
            if (carried > 0) {
                add(relay + ", a person who is watched", "B in Redis", (carrier.now() - carried) / (double) watched);
            }
            leave(relay, near, here, there, watching, told, watched);
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.WATCHING, relay, e instanceof RuntimeException known ? known : new BenchmarkFailure("a replica does not start", e));
        }
    }

    /// All at once, as when their replica is cut off; those who watch are told when the grace is over.
    private void leave(String relay, Server near, Crowd here, Crowd there, Cpu eachSecond, LongAdder told, int watched) {
        told.reset();
        var before = Cpu.of(near.process().pid(), database.postmaster());
        long began = System.nanoTime();
        there.close();
        long all = (long) here.clients().size() * EACH_WATCHES;
        await(told, all);
        double seconds = (System.nanoTime() - began) / 1e9;
        var spent = Cpu.of(near.process().pid(), database.postmaster()).since(before);
        add(relay + ", somebody left: to tell one who watches, service", "us CPU", micros(spent.server() - eachSecond.server() * seconds, all));
        add(relay + ", somebody left: PostgreSQL", "us CPU", micros(spent.database() - eachSecond.database() * seconds, watched));
    }

    /// Those whom this one watches: each person is watched by equally many.
    private static List<String> watchedBy(int index, int watched) {
        return IntStream.range(0, EACH_WATCHES).mapToObj(i -> Seed.person((index * EACH_WATCHES + i) % watched)).toList();
    }

    private static void await(LongAdder told, long all) {
        if (!Pause.until(() -> told.sum() >= all, LIMIT)) {
            throw new BenchmarkFailure("%,d of %,d were told within %s".formatted(told.sum(), all, LIMIT));
        }
    }

    /// CPU for one second.
    private Cpu spent(Server server, Crowd crowd, Duration during) {
        var before = Cpu.of(server.process().pid(), database.postmaster());
        crowd.watch(during);
        var spent = Cpu.of(server.process().pid(), database.postmaster()).since(before);
        return new Cpu(spent.server() / during.toSeconds(), spent.database() / during.toSeconds());
    }

    private static double micros(double seconds, long by) {
        return seconds * 1e6 / by;
    }

    private void add(String what, String unit, double value) {
        results.add(Side.OURS, Part.WATCHING, what, unit, value, Bar.NONE);
    }
}
