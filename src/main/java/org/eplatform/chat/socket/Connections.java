package org.eplatform.chat.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.presence.Watchers;
import org.eplatform.chat.protocol.CloseCode;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.relay.Relay;
import org.eplatform.chat.relay.Topic;
import org.eplatform.chat.user.Authentication;

/// The open connections of this process, found by person and by whom they watch. Made at the start, so that there are numbers before the first of them.
@ApplicationScoped
@Startup
class Connections implements Watchers {

    private final ConcurrentHashMap<UserId, Set<Connection>> byUser = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, Set<Connection>> byWatched = new ConcurrentHashMap<>();

    private final int socketsPerUser;
    private final Relay relay;

    Connections(Limits limits, Relay relay, MeterRegistry metrics) {
        this.relay = relay;
        socketsPerUser = limits.socketsPerUser();
        metrics.gauge("chat.users.connected", byUser, ConcurrentHashMap::size);
        metrics.gauge("chat.connections", byUser, users -> users.values().stream().mapToInt(Set::size).sum());
        metrics.gauge("chat.presence.watchers", byUser, users -> users.values().stream().flatMap(Set::stream).filter(Connection::isWatching).count());
    }

    /// False when this person has as many as one may have.
    boolean add(Authentication caller, Connection connection) {
        if (!put(byUser, new Topic.For(caller.user()), connection, socketsPerUser)) {
            return false;
        }
        connection.state(new Connection.State.Open(caller, Set.of()));
        return true;
    }

    /// Replaces by what this connection was opened, if it is still open.
    void renew(Connection connection, Authentication caller) {
        if (connection.state() instanceof Connection.State.Open open) {
            connection.state(new Connection.State.Open(caller, open.watched()));
        }
    }

    /// Replaces whom this connection watches, if it is still open.
    void watch(Connection connection, Set<UserId> watched) {
        if (connection.state() instanceof Connection.State.Open(var caller, var before)) {
            before.forEach(one -> take(byWatched, new Topic.Presence(one), connection));
            watched.forEach(one -> put(byWatched, new Topic.Presence(one), connection, Integer.MAX_VALUE));
            connection.state(new Connection.State.Open(caller, watched));
        }
    }

    void remove(Connection connection, Connection.State.Open state) {
        take(byUser, new Topic.For(state.user()), connection);
        state.watched().forEach(user -> take(byWatched, new Topic.Presence(user), connection));
        connection.state(new Connection.State.Closed());
    }

    /// Gives every connection of these people a frame that must not be lost.
    void deliver(Set<UserId> people, String frame) {
        people.forEach(user -> of(user).forEach(connection -> connection.deliver(frame)));
    }

    /// Waits until there is room for much with every connection of these people, but not beyond this time of [System#nanoTime].
    void awaitRoom(Set<UserId> people, long deadline) {
        people.forEach(user -> of(user).forEach(connection -> connection.awaitRoom(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))));
    }

    /// Ends every connection of whose authentication this is true.
    void close(Predicate<Authentication> whose, CloseCode code) {
        byUser.values().forEach(connections -> connections.forEach(connection -> {
            if (connection.state() instanceof Connection.State.Open open && whose.test(open.caller())) {
                connection.close(code);
            }
        }));
    }

    Set<Connection> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    @Override
    public Set<UserId> watched() {
        return Set.copyOf(byWatched.keySet());
    }

    Set<Connection> watching(UserId user) {
        return byWatched.getOrDefault(user, Set.of());
    }

    /// The first one makes the topic wanted here, and the last one ends that.
    private boolean put(ConcurrentHashMap<UserId, Set<Connection>> index, Topic topic, Connection connection, int most) {
        return index.compute(topic.user(), (_, known) -> {
            if (known == null) {
                relay.follow(topic);
            }
            Set<Connection> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (set.size() < most) {
                set.add(connection);
            }
            return set;
        }).contains(connection);
    }

    private void take(ConcurrentHashMap<UserId, Set<Connection>> index, Topic topic, Connection connection) {
        index.computeIfPresent(topic.user(), (_, known) -> {
            known.remove(connection);
            if (known.isEmpty()) {
                relay.leave(topic);
                return null;
            }
            return known;
        });
    }
}
