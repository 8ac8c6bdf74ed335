package org.eplatform.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Users;
import org.eplatform.chat.user.Users.LastSeen;
import org.jboss.logging.Logger;

/// Who is online: everybody with at least one connection. Tells those who watch when somebody comes or goes. It fails open: with the database
/// away, people still see who is there.
@ApplicationScoped
public class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final ConcurrentHashMap<UserId, Here> people = new ConcurrentHashMap<>();
    private final Event<Announced> announced;
    private final Users users;

    Presence(Event<Announced> announced, Users users) {
        this.announced = announced;
        this.users = users;
    }

    public boolean isOnline(UserId user) {
        return here(user).isOnline();
    }

    /// What is known of somebody now.
    public StatusView status(UserId user) {
        var seen = users.lastSeen(user).orElseThrow(() -> new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person."));
        return status(user, seen.at());
    }

    /// Tells what is known of each of these people now, each in the turn of their comings and goings: what a listener hears last is the truth.
    /// People that the chat does not know are passed over.
    public void tell(Set<UserId> asked, Consumer<StatusView> listener) {
        asked.forEach(user -> change(user, here -> here.listeners(1)));
        try {
            lastSeen(asked).forEach((user, seen) -> {
                synchronized (turn(user)) {
                    listener.accept(status(user, seen.at()));
                }
            });
        } finally {
            asked.forEach(user -> change(user, here -> here.listeners(-1)));
        }
    }

    /// A connection of this person was opened.
    public void connected(UserId user) {
        move(user, 1);
    }

    /// A connection of this person is gone. Only the last one takes them offline.
    public void disconnected(UserId user) {
        move(user, -1);
    }

    /// Whoever comes or goes is told at once, by the clock of this process. The database learns of it afterwards: while it is slow or away, nobody
    /// waits for it but the one whose connection this is.
    private void move(UserId user, int change) {
        Instant now;
        synchronized (turn(user)) {
            boolean was = isOnline(user);
            var here = change(user, before -> before.connections(change, Instant.now().truncatedTo(ChronoUnit.MICROS)));
            if (here.isOnline() == was) {
                return;
            }
            now = here.lastActive();
            announced.fire(new Announced(new Announced.Audience.Watchers(user), new EphemeralEvent.Presence(user, !was, now)));
        }
        write(user, now);
    }

    /// One person's comings and goings are told in the order in which they happened: the last one told must be the truth.
    private Object turn(UserId user) {
        return turns[Math.floorMod(user.hashCode(), turns.length)];
    }

    private Here here(UserId user) {
        return people.getOrDefault(user, Here.NOTHING);
    }

    private Here change(UserId user, UnaryOperator<Here> change) {
        var result = new Here[1];
        people.compute(user, (_, here) -> {
            result[0] = change.apply(here == null ? Here.NOTHING : here);
            return result[0].unlessForgettable();
        });
        return result[0];
    }

    private StatusView status(UserId user, Instant stored) {
        var here = here(user);
        return new StatusView(user, here.isOnline(), Here.later(here.lastActive(), stored));
    }

    private Map<UserId, LastSeen> lastSeen(Set<UserId> asked) {
        try {
            return users.lastSeen(asked);
        } catch (RuntimeException e) {
            LOG.warnf("Could not read the last visits: %s", e.getMessage());
            return asked.stream().collect(Collectors.toMap(Function.identity(), _ -> new LastSeen(null)));
        }
    }

    private void write(UserId user, Instant time) {
        try {
            users.touch(user, time);
            change(user, here -> here.written(time));
        } catch (RuntimeException e) {
            LOG.warnf("Could not note the last visit: %s", e.getMessage());
        }
    }
}
