package org.eplatform.chat.relay;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Which of the ways between replicas are lost. Everything arrives without them, some seconds late, so nobody would notice: a number says it all the time, and
/// the log once when one is lost and once when it is back.
@Singleton
class Ways {

    private static final Logger LOG = Logger.getLogger(Ways.class);
    /// One that comes and goes is not told of more often.
    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final Set<Way> lost = ConcurrentHashMap.newKeySet();
    private final Map<Way, Long> lastSaid = new EnumMap<>(Way.class);
    private final Set<Way> said = EnumSet.noneOf(Way.class);

    Ways(MeterRegistry metrics) {
        metrics.gauge("chat.relay.ways.lost", lost, Set::size);
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

    synchronized void isLost(Way way, Throwable why) {
        long now = System.nanoTime();
        if (lost.add(way) && (!lastSaid.containsKey(way) || now - lastSaid.get(way) > QUIET)) {
            lastSaid.put(way, now);
            said.add(way);
            LOG.warnf("This replica cannot %s (%s). Until it can, the database tells it, within seconds", way.what(), why.getMessage());
        }
    }
}
