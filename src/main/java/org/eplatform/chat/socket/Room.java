package org.eplatform.chat.socket;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Whether this process can bear one more connection: as many as it holds, as many as are opened in a second, and no more that wait for their turn than a second's.
@Singleton
class Room {

    private static final Logger LOG = Logger.getLogger(Room.class);
    /// The others are for what comes in and is refused, for the page and the API, and for the database.
    private static final double SHARE_OF_FILES = 0.75;
    private static final long UNLIMITED = 0;

    private final Bucket handshakes;
    private final int mostWaiting;
    private final long mostConnections;
    private final Openings openings;
    private final Heartbeat heartbeat;
    private final Drain drain;

    Room(SocketConfig config, Openings openings, Heartbeat heartbeat, Drain drain) {
        int perSecond = config.handshakesPerSecond();
        handshakes = Bucket.builder().addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1))).withNanosecondPrecision().build();
        mostWaiting = perSecond;
        mostConnections = Math.min(config.maxConnections(), bearable());
        if (mostConnections < config.maxConnections()) {
            // Not by a format: %d has the locale read, which takes longer than all of this.
            LOG.warn("chat.socket.max-connections is " + config.maxConnections() + ", and " + mostConnections + " for this process, which may open so few files (ulimit -n)");
        }
        this.openings = openings;
        this.heartbeat = heartbeat;
        this.drain = drain;
    }

    /// Whether there is any. It takes nothing.
    boolean isLeft() {
        return !drain.hasBegun() && heartbeat.open() < mostConnections && openings.waiting() < mostWaiting && handshakes.getAvailableTokens() > 0;
    }

    /// Takes it for one connection, if there is any.
    boolean take() {
        return isLeft() && handshakes.tryConsume(1);
    }

    /// Every connection is an open file. A process that can open none any more cannot even refuse, and a JVM not load the classes that it meets for the first time.
    private static long bearable() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : UNLIMITED;
        return files <= UNLIMITED ? Long.MAX_VALUE : (long) (files * SHARE_OF_FILES);
    }
}
