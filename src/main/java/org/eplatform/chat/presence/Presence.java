package org.eplatform.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Users;
import org.jboss.logging.Logger;

/// Who is online: everybody with at least one connection. Tells those who watch when somebody comes or goes.
@ApplicationScoped
public class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final ConcurrentHashMap<UserId, Integer> connections = new ConcurrentHashMap<>();
    private final Event<Announced> announced;
    private final Users users;

    Presence(Event<Announced> announced, Users users) {
        this.announced = announced;
        this.users = users;
    }

    public boolean isOnline(UserId user) {
        return connections.containsKey(user);
    }

    /// What is known of somebody now.
    public StatusView status(UserId user) {
        var seen = users.lastSeen(user).orElseThrow(() -> new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person."));
        return new StatusView(user, isOnline(user), seen.at());
    }

    /// Tells what is known of each of these people now, each in the turn of their comings and goings: what a listener hears last is the truth.
    /// People that the chat does not know are passed over.
    public void tell(Set<UserId> people, Consumer<StatusView> listener) {
        users.lastSeen(people).forEach((user, seen) -> {
            synchronized (turn(user)) {
                listener.accept(new StatusView(user, isOnline(user), seen.at()));
            }
        });
    }

    /// A connection of this person was opened.
    public void connected(UserId user) {
        synchronized (turn(user)) {
            if (connections.merge(user, 1, Integer::sum) == 1) {
                announce(user, true);
            }
        }
    }

    /// A connection of this person is gone. Only the last one takes them offline.
    public void disconnected(UserId user) {
        synchronized (turn(user)) {
            if (connections.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1) == null) {
                announce(user, false);
            }
        }
    }

    /// One person's comings and goings are told in the order in which they happened: the last one told must be the truth.
    private Object turn(UserId user) {
        return turns[Math.floorMod(user.hashCode(), turns.length)];
    }

    private void announce(UserId user, boolean online) {
        announced.fire(new Announced(new Announced.Audience.Watchers(user), new EphemeralEvent.Presence(user, online, lastActive(user))));
    }

    /// Presence fails open: with the database away, people still see who is there.
    private Instant lastActive(UserId user) {
        try {
            return users.touch(user);
        } catch (RuntimeException e) {
            LOG.warnf("Could not note the last visit: %s", e.getMessage());
            return null;
        }
    }
}
