package org.eplatform.chat.relay;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.jboss.logging.Logger;

/// One connection to Redis that is made anew whenever it is lost. What is sent while there is none fails at once.
final class RedisLine {

    private static final Logger LOG = Logger.getLogger(RedisLine.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Redis redis;
    private final Vertx vertx;
    private final Handler<Response> heard;
    private final Runnable opened;
    private volatile RedisConnection connection;
    private volatile boolean stopped;

    /// `opened` is called each time that the line is there anew.
    RedisLine(Redis redis, Vertx vertx, Handler<Response> heard, Runnable opened) {
        this.redis = redis;
        this.vertx = vertx;
        this.heard = heard;
        this.opened = opened;
    }

    void open() {
        if (stopped) {
            return;
        }
        redis.connect().onSuccess(this::use).onFailure(failure -> {
            LOG.debugf("Redis cannot be reached: %s", failure.getMessage());
            openLater();
        });
    }

    private void use(RedisConnection fresh) {
        if (stopped) {
            fresh.close();
            return;
        }
        fresh.handler(heard);
        fresh.exceptionHandler(_ -> lost(fresh));
        fresh.endHandler(_ -> lost(fresh));
        connection = fresh;
        opened.run();
    }

    Future<Response> send(Request request) {
        var open = connection;
        return open == null ? Future.failedFuture("There is no connection to Redis.") : open.send(request);
    }

    /// Gives up this connection for a new one.
    void renew() {
        var open = connection;
        if (open != null) {
            open.close();
            lost(open);
        }
    }

    void close() {
        stopped = true;
        renew();
    }

    private synchronized void lost(RedisConnection old) {
        if (connection == old) {
            connection = null;
            openLater();
        }
    }

    private void openLater() {
        if (!stopped) {
            vertx.setTimer(PAUSE.toMillis(), _ -> open());
        }
    }
}
