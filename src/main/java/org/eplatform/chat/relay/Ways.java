package org.eplatform.chat.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Which of the ways between replicas are lost. Messages arrive without them, some seconds late, so nobody would notice: a number says it all the time, and
/// the log once when one is lost and once when it is back.
@Singleton
class Ways {

    private static final Logger LOG = Logger.getLogger(Ways.class);
    private static final int FIRST = 1;

    /// One that comes and goes is not told of more often.
    private final Duration quiet;
    private final Set<Way> lost = ConcurrentHashMap.newKeySet();
    private final Map<Way, Long> lastSaid = new EnumMap<>(Way.class);
    private final Set<Way> said = EnumSet.noneOf(Way.class);
    private volatile boolean stopped;

    @Inject
    Ways(MeterRegistry metrics) {
        this(metrics, Duration.ofMinutes(1));
    }

    Ways(MeterRegistry metrics, Duration quiet) {
        this.quiet = quiet;
        metrics.gauge("chat.relay.ways.lost", lost, Set::size);
    }

    /// Before any of them is given up.
    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        stopped = true;
    }

    boolean lacks(Way way) {
        return lost.contains(way);
    }

    void isThere(Way way) {
        if (lost.contains(way)) {
            isBack(way);
        }
    }

    private synchronized void isBack(Way way) {
        if (lost.remove(way) && said.remove(way)) {
            LOG.infof("This replica can %s again", way.what());
        }
    }

    /// Called again and again while it is: what is not said now, since it was of late, is said then.
    synchronized void isLost(Way way, Throwable why) {
        if (stopped) {
            return;
        }
        lost.add(way);
        long now = System.nanoTime();
        if (!said.contains(way) && (!lastSaid.containsKey(way) || now - lastSaid.get(way) > quiet.toNanos())) {
            lastSaid.put(way, now);
            said.add(way);
            LOG.warnf("This replica cannot %s (%s). Until it can, the database tells of messages, within seconds", way.what(),
                    Objects.requireNonNullElse(why.getMessage(), why.toString()));
        }
    }
}
