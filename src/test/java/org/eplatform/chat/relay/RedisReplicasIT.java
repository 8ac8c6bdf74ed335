package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.testsupport.RedisServer;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// By a real Redis. One replica cannot reach it.
class RedisReplicasIT extends ReplicasContract {

    private final RedisServer redis;

    RedisReplicasIT() throws IOException {
        redis = RedisServer.start();
    }

    @AfterAll
    void stopRedis() throws InterruptedException {
        redis.close();
    }

    /// Without Redis people hear of each other by the database, and at once again when it is back.
    @Test
    void whatIsSaidIsHeardWithoutRedisAndAfterItsReturn() throws Exception {
        var conversation = replicas().conversation("rupert", "sybil");
        try (var rupert = replicas().socket(0, "rupert"); var sybil = replicas().socket(1, "sybil")) {
            redis.kill();
            say(rupert, conversation, "without");
            sybil.await("message", event -> event.path("message").path("body").asText().equals("without"));

            redis.startProcess();

            say(rupert, conversation, "with");
            sybil.await("message", event -> event.path("message").path("body").asText().equals("with"));
        }
    }

    private static void say(Socket socket, String conversation, String body) {
        socket.send(body, conversation, UUID.randomUUID().toString(), body);
        assertThat(socket.answerTo(body).path("type").asText()).isEqualTo("ack");
    }

    @Override
    Map<String, String> connected() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address());
    }

    @Override
    Map<String, String> unreached() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:1");
    }
}
