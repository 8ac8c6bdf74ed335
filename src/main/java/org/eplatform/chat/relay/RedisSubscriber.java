package org.eplatform.chat.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.eplatform.chat.limit.BoundedQueue;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;
import org.eplatform.chat.replica.Steady;

/// Hears what is said on the channels that are wanted here. A new line subscribes to all of them.
@ApplicationScoped
class RedisSubscriber {

    static final int CAPACITY = 10_000;

    private final RedisLine line;
    private final Arrivals arrivals;
    private final Moves moves;
    private final Overflows overflows;
    private final Ways ways;
    private final boolean isWanted;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> heard = new ArrayBlockingQueue<>(CAPACITY);
    private final Steady hearing = new Steady("relay-hear", this::passOn);

    RedisSubscriber(Redis redis, Vertx vertx, Arrivals arrivals, Moves moves, RelayConfig config, Overflows overflows, Ways ways) {
        this.overflows = overflows;
        this.ways = ways;
        line = new RedisLine(redis, vertx, this::hear, this::subscribe, why -> ways.isLost(Way.HEARING, why));
        this.arrivals = arrivals;
        this.moves = moves;
        isWanted = config.kind() == RelayKind.REDIS;
    }

    void start(@Observes StartupEvent event) {
        if (isWanted) {
            channels.add(Channels.ALL);
            hearing.start();
            line.open();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (isWanted) {
            hearing.stop();
            line.close();
        }
    }

    /// What was said on it until now is read, so that nobody who has just come hears it late.
    void follow(String channel) {
        if (channels.add(channel)) {
            say(Command.SSUBSCRIBE, channel);
            moves.wake();
        }
    }

    void leave(String channel) {
        if (channels.remove(channel)) {
            say(Command.SUNSUBSCRIBE, channel);
        }
    }

    private void subscribe() {
        channels.forEach(channel -> say(Command.SSUBSCRIBE, channel));
        // What was told before, nobody heard.
        moves.wake();
    }

    private void say(Command command, String channel) {
        line.send(Request.cmd(command).arg(channel)).onFailure(line::renew);
    }

    /// Three parts: what it is, the channel, and the text or how many channels there are. What there is no room for is found in the database. The client takes
    /// a subscription for done once it is written; whether Redis permits it comes here.
    void hear(Response message) {
        if (message instanceof Throwable refused) {
            ways.isLost(Way.HEARING, refused);
            line.renew(refused);
        } else if (message != null && message.size() == 3) {
            switch (message.get(0).toString()) {
                case "smessage" -> take(message.get(2).toString());
                case "ssubscribe" -> ways.isThere(Way.HEARING);
                default -> { }
            }
        }
    }

    private void take(String text) {
        if (!heard.offer(text)) {
            overflows.count(BoundedQueue.RELAY_IN);
        }
    }

    private void passOn() throws InterruptedException {
        arrivals.hear(heard.take());
    }
}
