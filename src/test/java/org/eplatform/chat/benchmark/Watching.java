package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.RedisServer;
import org.eplatform.chat.testsupport.Resident;

/// What it costs to watch people who are at another replica, by Redis: what is kept for it, and what is done when they leave.
record Watching(Options options, BenchmarkDatabase database, DevProvider provider, Vertx vertx, Results results) {

    private static final UUID NONE = new UUID(0, 0);
    /// As many as a list of conversations shows at once.
    private static final int EACH_WATCHES = 20;
    private static final Duration SETTLE = Duration.ofSeconds(6);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /// Short: what is measured when somebody leaves has the cost of doing nothing taken from it.
    private static final String GRACE = "1S";

    void measure() {
        try (var redis = RedisServer.start()) {
            measure(redis, Map.of("CHAT_PRESENCE_GRACE", GRACE, "CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address()));
        } catch (IOException | RuntimeException e) {
            results.fail(Side.OURS, Part.WATCHING, "Redis", e instanceof RuntimeException known ? known : new BenchmarkFailure("a server does not start", e));
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private void measure(RedisServer redis, Map<String, String> environment) throws IOException {
        int watchers = options.scaled(1_000, 50);
        int watched = options.scaled(4_000, 200);
        try (var near = Server.replica(1, database, provider, environment); var far = Server.replica(2, database, provider, environment);
                var there = new Crowd(vertx); var here = new Crowd(vertx, watched)) {
            there.growTo(watched, far, _ -> NONE);
            here.growTo(watchers, near, _ -> NONE);
            long all = (long) watchers * EACH_WATCHES;
            var told = new LongAdder();
            long carried = Resident.bytes(redis.pid());
            watch(here, told, watched, all);
            add("a person who is watched", "B in Redis", (Resident.bytes(redis.pid()) - carried) / (double) watched);
            here.clients().forEach(client -> client.watch(List.of(), told));
            here.watch(SETTLE);
            var empty = Memory.of(near.process().pid());

            watch(here, told, watched, all);
            add("a watch (one connection, one person)", "B heap", (Memory.of(near.process().pid()).heap() - empty.heap()) / (double) all);
            leave(near, here, there, told, watched);
        }
    }

    private void watch(Crowd here, LongAdder told, int watched, long all) {
        told.reset();
        here.clients().forEach(client -> client.watch(watchedBy(client.index(), watched), told));
        await(told, all);
        here.watch(SETTLE);
    }

    /// All at once, as when their replica is cut off; those who watch are told when the grace is over.
    private void leave(Server near, Crowd here, Crowd there, LongAdder told, int watched) {
        var start = cpu(near);
        here.watch(options.point());
        var idle = cpu(near).since(start);
        told.reset();
        var before = cpu(near);
        long began = System.nanoTime();
        there.close();
        long all = (long) here.clients().size() * EACH_WATCHES;
        await(told, all);
        double idles = (System.nanoTime() - began) / (double) options.point().toNanos();
        var spent = cpu(near).since(before);
        add("somebody left: to tell one who watches, service", "us CPU", (spent.server() - idle.server() * idles) * 1e6 / all);
        add("somebody left: PostgreSQL", "us CPU", (spent.database() - idle.database() * idles) * 1e6 / watched);
    }

    private Cpu cpu(Server server) {
        return Cpu.of(server.process().pid(), database.postmaster());
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

    private void add(String what, String unit, double value) {
        results.add(Side.OURS, Part.WATCHING, what, unit, value, Bar.NONE);
    }
}
