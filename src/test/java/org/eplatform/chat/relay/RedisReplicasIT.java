package org.eplatform.chat.relay;

import java.io.IOException;
import java.util.Map;
import org.eplatform.chat.testsupport.RedisServer;
import org.junit.jupiter.api.AfterAll;

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

    @Override
    Map<String, String> connected() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", redis.address());
    }

    @Override
    Map<String, String> unreached() {
        return Map.of("CHAT_RELAY", "redis", "QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:1");
    }
}
