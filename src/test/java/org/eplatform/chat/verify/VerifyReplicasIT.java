package org.eplatform.chat.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.LossyRedis;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.RedisServer;
import org.eplatform.chat.testsupport.Replicas;
import org.junit.jupiter.api.Test;

/// P1 to P6 and P8 over three replicas: connections go to one of them at random, and come back to another one.
class VerifyReplicasIT {

    private static final int LIMIT_SECONDS = 420;

    private static final List<String> SIZE = List.of("--clients", "20", "--conversations", "40", "--messages", "2000", "--cuts", "100", "--kills", "2");

    /// Every other one is killed as a power cut would, and the next one is asked to end, as a rolling restart does.
    @Test
    void p8NothingIsLostWhileReplicasDieAndRestartByTurns() throws Exception {
        verify("postgres", Map.of());
    }

    @Test
    void p5NothingIsLostWhileRedisLosesDoublesAndReordersWhatItCarries() throws Exception {
        try (var redis = RedisServer.start(); var lossy = LossyRedis.before(redis)) {
            verify("redis", Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", lossy.address(), "CHAT_RELAY_POLL", "500MS"));
            assertThat(lossy.lost()).as("what the test itself lost").isPositive();
        }
    }

    private static void verify(String name, Map<String, String> environment) throws Exception {
        var turn = new AtomicInteger();
        try (var replicas = Replicas.start(List.of(environment, environment, environment));
                var verify = new VerifyCommand(replicas.get(0)::token, () -> restart(replicas, turn.getAndIncrement()))) {
            var log = Path.of("target/verify-replicas-" + name + ".log");
            var targets = replicas.all().stream().map(service -> service.publicAddress("").toString()).collect(Collectors.joining(","));

            int exitCode = verify.run(log, LIMIT_SECONDS, Stream.concat(SIZE.stream(), Stream.of("--targets", targets, "--history", "target/verify-replicas-" + name + ".jsonl")).toList());

            assertThat(exitCode).as(() -> VerifyCommand.tail(log)).isZero();
        }
    }

    private static void restart(Replicas replicas, int turn) throws IOException, InterruptedException {
        PackagedService service = replicas.get(turn % 3);
        if (turn % 2 == 0) {
            service.kill();
        } else {
            service.stop();
        }
        service.startProcess();
    }
}
