package org.eplatform.chat.presence;

import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.replica.FromElsewhere;
import org.eplatform.chat.replica.Replica;
import org.eplatform.chat.user.Users;
import org.eplatform.chat.user.Users.LastSeen;
import org.jboss.logging.Logger;

/// Who is online: everybody with at least one connection to any replica, and for a while after the last one. Tells those who watch when somebody comes or
/// goes. It fails open: with the database away, people still see who is there.
@ApplicationScoped
public class Presence {

    private static final Logger LOG = Logger.getLogger(Presence.class);

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final Set<UserId> unsettled = ConcurrentHashMap.newKeySet();
    private final People people;
    private final Event<Announced> announced;
    private final Event<Announced> announcedElsewhere;
    private final Users users;
    private final LeaseTable leases;
    private final Told told;
    private final Comparison comparison;
    private final Doubts doubts;
    private final Replica replica;
    private final PresenceConfig config;
    private final Vertx vertx;
    private final ExecutorService executor;

    Presence(People people, Event<Announced> announced, @FromElsewhere Event<Announced> announcedElsewhere, Users users, LeaseTable leases, Told told, Comparison comparison, Doubts doubts, Replica replica,
            PresenceConfig config, Vertx vertx, @VirtualThreads ExecutorService executor) {
        this.people = people;
        this.announced = announced;
        this.announcedElsewhere = announcedElsewhere;
        this.users = users;
        this.leases = leases;
        this.told = told;
        this.comparison = comparison;
        this.doubts = doubts;
        this.replica = replica;
        this.config = config;
        this.vertx = vertx;
        this.executor = executor;
    }

    /// What a query adds to learn whether somebody, whose id it calls this, is online: see [#isOnline].
    public static String onlineElsewhere(String userId) {
        return LeaseTable.ONLINE.formatted(userId);
    }

    /// Whether somebody is online, given what the database says of all replicas.
    public boolean isOnline(UserId user, boolean elsewhere) {
        return elsewhere || isHere(user);
    }

    boolean isHere(UserId user) {
        return people.of(user).isOnline();
    }

    /// What is known of somebody now.
    public StatusView status(UserId user) {
        try (var _ = people.remember(Set.of(user))) {
            var seen = users.lastSeen(user).orElseThrow(() -> new ChatException(ErrorCode.USER_NOT_FOUND, "The chat knows no such person."));
            return status(user, leases.elsewhere(Set.of(user)).contains(user), seen.at());
        }
    }

    /// Tells what is known of each of these people now, each in the turn of their comings and goings: what a listener hears last is the truth.
    /// People that the chat does not know are passed over.
    public void tell(Set<UserId> asked, Consumer<StatusView> listener) {
        try (var _ = people.remember(asked)) {
            var before = told.of(asked);
            var elsewhere = elsewhere(asked, before);
            lastSeen(asked).forEach((user, seen) -> {
                synchronized (turn(user)) {
                    // What came while the database was asked is newer.
                    boolean there = told.changedSince(before, user).orElse(elsewhere.contains(user));
                    var status = status(user, there, seen.at());
                    told.note(user, status.online());
                    if (!status.online() && replica.hasPeers()) {
                        doubts.add(user);
                    }
                    listener.accept(status);
                }
            });
        }
    }

    /// A connection of this person was opened.
    public void connected(UserId user) {
        synchronized (turn(user)) {
            boolean was = isHere(user);
            var now = people.change(user, here -> here.arrived(now())).lastActive();
            if (was) {
                return;
            }
            announce(user, true, now);
        }
        settleLater(user);
        people.visited(user);
    }

    /// A connection of this person is gone. Only the last one takes them offline, and only when they do not come back soon.
    public void disconnected(UserId user) {
        Here left;
        synchronized (turn(user)) {
            left = people.change(user, here -> here.left(now()));
        }
        if (!left.lingering()) {
            return;
        }
        if (config.grace().isZero()) {
            depart(user, left.lastActive());
        } else {
            vertx.setTimer(config.grace().toMillis(), _ -> executor.execute(() -> depart(user, left.lastActive())));
        }
        people.visited(user);
    }

    /// They did not come back. Where there are other replicas, the table has to say whether they are at one of those.
    private void depart(UserId user, Instant left) {
        synchronized (turn(user)) {
            var here = people.of(user);
            if (!here.lingering() || !left.equals(here.lastActive())) {
                return;
            }
            people.change(user, Here::gone);
            if (!replica.hasPeers()) {
                announce(user, false, left);
                return;
            }
        }
        settleLater(user);
    }

    /// These are connected to no replica any more.
    void gone(Set<UserId> users) {
        try (var _ = people.remember(users)) {
            lastSeen(users).forEach((user, seen) -> {
                synchronized (turn(user)) {
                    if (!isHere(user)) {
                        announce(user, false, Here.later(people.of(user).lastActive(), seen.at()));
                    }
                }
            });
        }
    }

    /// Another replica tells that somebody came or went there.
    public void hear(EphemeralEvent.Presence event) {
        synchronized (turn(event.userId())) {
            if (event.online() || !isHere(event.userId())) {
                told.change(event.userId(), event.online());
                announcedElsewhere.fire(new Announced.Moving(event));
            }
        }
    }

    /// Compares what those who watch were told with what is true, of those whose turn it is and of these, and tells them what they missed.
    void compare(Set<UserId> besides) {
        var compared = comparison.next(besides);
        var elsewhere = leases.elsewhere(compared);
        correct(comparison.wrongTwice(compared, user -> isHere(user) || elsewhere.contains(user)), elsewhere);
    }

    /// Looks up once more who was told to be away half a second ago.
    void lookAgain() {
        var ripe = doubts.ripe();
        if (ripe.isEmpty()) {
            return;
        }
        try {
            var elsewhere = leases.elsewhere(ripe);
            correct(ripe.stream().filter(user -> elsewhere.contains(user) && told.isWrong(user, true)).collect(Collectors.toUnmodifiableSet()), elsewhere);
        } catch (RuntimeException e) {
            doubts.addAll(ripe);
            throw e;
        }
    }

    private void correct(Set<UserId> wrong, Set<UserId> elsewhere) {
        try (var _ = people.remember(wrong)) {
            lastSeen(wrong).forEach((user, seen) -> {
                synchronized (turn(user)) {
                    var status = status(user, elsewhere.contains(user), seen.at());
                    told.change(user, status.online());
                    announcedElsewhere.fire(new Announced.Moving(new EphemeralEvent.Presence(user, status.online(), status.lastActive())));
                }
            });
        }
    }

    /// Those of whom the table of leases does not know yet that they came or went. They are taken out of here by this.
    Set<UserId> unsettled() {
        var some = Set.copyOf(unsettled);
        unsettled.removeAll(some);
        return some;
    }

    void unsettle(Collection<UserId> users) {
        unsettled.addAll(users);
    }

    void unsettleAll() {
        unsettled.addAll(people.online());
    }

    private void settleLater(UserId user) {
        if (replica.hasPeers()) {
            unsettled.add(user);
        }
    }

    /// Whoever comes or goes is told at once, by the clock of this process. The database learns of it afterwards: while it is slow or away, nobody
    /// waits for it.
    private void announce(UserId user, boolean online, Instant at) {
        told.change(user, online);
        announced.fire(new Announced.Moving(new EphemeralEvent.Presence(user, online, at)));
    }

    /// One person's comings and goings are told in the order in which they happened: the last one told must be the truth.
    private Object turn(UserId user) {
        return turns[Math.floorMod(user.hashCode(), turns.length)];
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private StatusView status(UserId user, boolean elsewhere, Instant stored) {
        var here = people.of(user);
        return new StatusView(user, elsewhere || here.isOnline(), Here.later(here.lastActive(), stored));
    }

    /// Without an answer, what was told last holds.
    private Set<UserId> elsewhere(Set<UserId> asked, Map<UserId, Boolean> before) {
        try {
            return leases.elsewhere(asked);
        } catch (RuntimeException e) {
            LOG.warnf("Could not read who is connected elsewhere: %s", e.getMessage());
            return asked.stream().filter(user -> before.getOrDefault(user, false)).collect(Collectors.toUnmodifiableSet());
        }
    }

    private Map<UserId, LastSeen> lastSeen(Set<UserId> asked) {
        try {
            return users.lastSeen(asked);
        } catch (RuntimeException e) {
            LOG.warnf("Could not read the last visits: %s", e.getMessage());
            return asked.stream().collect(Collectors.toMap(Function.identity(), _ -> new LastSeen(null)));
        }
    }
}
