package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;
import org.junit.jupiter.api.Test;

class RedisSubscriberTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RedisSubscriber subscriber = new RedisSubscriber(null, null, null, null, new ByRedis(), new Overflows(metrics), new Ways(metrics));

    @Test
    void p9NewsThatThereIsNoRoomForIsCountedAndNobodyWaits() {
        IntStream.range(0, RedisSubscriber.CAPACITY + 3).forEach(_ -> subscriber.hear(said("smessage", "chat:for:alice", "news")));

        assertThat(overflows()).isEqualTo(3);
    }

    @Test
    void whatRedisSaysOfASubscriptionIsNoNews() {
        IntStream.range(0, RedisSubscriber.CAPACITY + 3).forEach(_ -> subscriber.hear(said("ssubscribe", "chat:for:alice", "1")));

        assertThat(overflows()).isZero();
    }

    @Test
    void aSubscriptionThatRedisRefusesIsALostWayUntilOneIsTaken() {
        subscriber.hear(new Refused());
        double whileRefused = metrics.get("chat.relay.ways.lost").gauge().value();
        subscriber.hear(said("ssubscribe", "chat:for:alice", "1"));

        assertThat(whileRefused).isEqualTo(1);
        assertThat(metrics.get("chat.relay.ways.lost").gauge().value()).isZero();
    }

    private double overflows() {
        return metrics.counter("chat.queue.overflows", "queue", "relay_in").count();
    }

    private static Response said(String... parts) {
        return new Several(List.of(parts));
    }

    private record Several(List<String> parts) implements Response {

        @Override
        public ResponseType type() {
            return ResponseType.PUSH;
        }

        @Override
        public int size() {
            return parts.size();
        }

        @Override
        public Response get(int index) {
            return new Text(parts.get(index));
        }
    }

    /// What the client makes of an error is a throwable, and has no size.
    private static final class Refused extends Exception implements Response {

        private static final long serialVersionUID = 1;

        Refused() {
            super("NOPERM this user has no permissions to access one of the channels used as arguments");
        }

        @Override
        public ResponseType type() {
            return ResponseType.ERROR;
        }
    }

    private record Text(String text) implements Response {

        @Override
        public ResponseType type() {
            return ResponseType.BULK;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class ByRedis implements RelayConfig {

        @Override
        public RelayKind kind() {
            return RelayKind.REDIS;
        }

        @Override
        public Optional<String> listenUrl() {
            return Optional.empty();
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(2);
        }
    }
}
