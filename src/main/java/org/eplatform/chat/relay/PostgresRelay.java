package org.eplatform.chat.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.limit.BoundedQueue;
import org.eplatform.chat.limit.Overflows;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;
import org.eplatform.chat.replica.Steady;
import org.jboss.logging.Logger;

/// By `NOTIFY`, outside of the transactions that change something: those that notify commit one after the other in the whole database. What is told within
/// a few milliseconds goes together; a changed conversation is told as a mere wake-up, since the table of moves names it.
@ApplicationScoped
@Typed(PostgresRelay.class)
class PostgresRelay implements Relay {

    static final String CHANNEL = "chat_news";

    private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', news) from unnest(?) as news";

    private static final Logger LOG = Logger.getLogger(PostgresRelay.class);
    static final int CAPACITY = 10_000;
    private static final int AT_ONCE = 500;
    /// PostgreSQL allows fewer than 8,000.
    private static final int MAX_BYTES = 7_999;
    private static final Duration GATHERING = Duration.ofMillis(2);

    private final Queries queries;
    private final NewsJson json;
    private final Overflows overflows;
    private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Steady work = new Steady("relay-notify", this::work);

    PostgresRelay(Queries queries, NewsJson json, Overflows overflows) {
        this.overflows = overflows;
        this.queries = queries;
        this.json = json;
    }

    @Override
    public void tell(News news) {
        if (!queue.offer(news)) {
            overflows.count(BoundedQueue.RELAY_OUT);
        }
    }

    void start(@Observes StartupEvent event, RelayConfig config) {
        if (config.kind() == RelayKind.POSTGRES) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private void work() throws InterruptedException {
        var some = new ArrayList<News>();
        some.add(queue.take());
        Thread.sleep(GATHERING);
        queue.drainTo(some, AT_ONCE - 1);
        try {
            notifyOf(some);
        } catch (RuntimeException e) {
            LOG.debugf("The other replicas could not be told: %s", e.getMessage());
        }
    }

    private void notifyOf(List<News> some) {
        var texts = new LinkedHashSet<String>();
        for (var news : some) {
            var text = text(news);
            if (text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
                texts.add(text);
            }
        }
        queries.each(NOTIFY, statement -> statement.setObject(1, texts.toArray(String[]::new)), _ -> CHANNEL);
    }

    private String text(News news) {
        return switch (news) {
            case News.Changed _, News.Ended _ -> json.wakeUp();
            case News.Added _, News.Writing _, News.Moving _ -> json.encode(news);
        };
    }
}
