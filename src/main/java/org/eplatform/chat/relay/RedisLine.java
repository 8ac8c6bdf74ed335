package org.eplatform.chat.relay;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Consumer;

/// One connection to Redis that is made anew whenever it is lost. What is sent while there is none fails at once.
final class RedisLine {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Redis redis;
    private final Vertx vertx;
    private final Handler<Response> heard;
    private final Runnable opened;
    private final Consumer<Throwable> closed;
    private volatile RedisConnection connection;
    private volatile boolean stopped;

    /// `opened` is called each time that the line is there anew, `closed` each time that it is lost or cannot be had.
    RedisLine(Redis redis, Vertx vertx, Handler<Response> heard, Runnable opened, Consumer<Throwable> closed) {
        this.redis = redis;
        this.vertx = vertx;
        this.heard = heard;
        this.opened = opened;
        this.closed = closed;
    }

    void open() {
        if (stopped) {
            return;
        }
        redis.connect().onSuccess(this::use).onFailure(this::openLater);
    }

    private void use(RedisConnection fresh) {
        if (stopped) {
            fresh.close();
            return;
        }
        fresh.handler(heard);
        fresh.exceptionHandler(failure -> lost(fresh, failure));
        fresh.endHandler(_ -> lost(fresh, new ConnectException("the connection has ended")));
        connection = fresh;
        opened.run();
    }

    Future<Response> send(Request request) {
        var open = connection;
        return open == null ? Future.failedFuture("There is no connection to Redis.") : open.send(request);
    }

    /// Gives up this connection for a new one.
    void renew(Throwable why) {
        var open = connection;
        if (open != null) {
            lost(open, why);
        }
    }

    void close() {
        stopped = true;
        renew(null);
    }

    private synchronized void lost(RedisConnection old, Throwable why) {
        if (connection == old) {
            connection = null;
            // In a cluster it is several, of which one has ended.
            old.close();
            openLater(why);
        }
    }

    private void openLater(Throwable why) {
        if (!stopped) {
            closed.accept(why);
            vertx.setTimer(PAUSE.toMillis(), _ -> open());
        }
    }
}
