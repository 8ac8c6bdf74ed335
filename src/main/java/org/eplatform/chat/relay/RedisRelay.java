package org.eplatform.chat.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import java.time.Duration;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;

/// By sharded publish and subscribe of Redis 7 or Valkey. What is told carries all that those need who hear it, so that they read no database.
@ApplicationScoped
@Typed(RedisRelay.class)
class RedisRelay implements Relay {

    /// What is larger is read from the database.
    private static final int MAX_CHARACTERS = 1 << 18;

    /// How often it is tried whether what was refused is taken now.
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final RedisLine line;
    private final RedisSubscriber subscriber;
    private final NewsJson json;
    private final Ways ways;
    private final Vertx vertx;
    private final boolean isWanted;

    RedisRelay(Redis redis, Vertx vertx, RedisSubscriber subscriber, NewsJson json, Ways ways, RelayConfig config) {
        line = new RedisLine(redis, vertx, _ -> { }, () -> ways.isThere(Way.TELLING), why -> ways.isLost(Way.TELLING, why));
        this.ways = ways;
        this.vertx = vertx;
        this.subscriber = subscriber;
        this.json = json;
        isWanted = config.kind() == RelayKind.REDIS;
    }

    void start(@Observes StartupEvent event) {
        if (isWanted) {
            line.open();
            vertx.setPeriodic(TRY_AGAIN.toMillis(), _ -> {
                if (ways.lacks(Way.TELLING)) {
                    publish(Channels.ALL, json.wakeUp());
                }
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (isWanted) {
            line.close();
        }
    }

    @Override
    public void tell(News news) {
        var text = json.encode(news);
        if (text.length() > MAX_CHARACTERS) {
            return;
        }
        Channels.of(news).forEach(channel -> publish(channel, text));
    }

    /// The line takes only so many that are unanswered.
    private void publish(String channel, String text) {
        line.send(Request.cmd(Command.SPUBLISH).arg(channel).arg(text)).onComplete(_ -> ways.isThere(Way.TELLING), why -> ways.isLost(Way.TELLING, why));
    }

    @Override
    public void follow(Topic topic) {
        subscriber.follow(Channels.of(topic));
    }

    @Override
    public void leave(Topic topic) {
        subscriber.leave(Channels.of(topic));
    }
}
