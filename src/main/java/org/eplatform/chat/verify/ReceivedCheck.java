package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each client received and holds in the end, against what is stored.
final class ReceivedCheck {

    /// A live event may come after a `sync` has brought it already. Not that long after.
    private static final Duration LATEST_REPEAT = Duration.ofSeconds(5);

    private ReceivedCheck() {}

    private record Place(String client, String conversation) {}

    /// One state of one thing, a message or somebody's markers.
    private record State(Place place, String thing, long version) {}

    static void check(Evidence evidence, Map<Message.Key, Sent> sent, Verdict verdict) {
        Map<Place, Map<String, Message>> held = new HashMap<>();
        evidence.held().forEach((client, messages) -> messages.forEach(message ->
                held.computeIfAbsent(new Place(client, message.conversation()), _ -> new HashMap<>()).put(message.id(), message)));
        Set<Place> places = new HashSet<>();
        for (var reading : evidence.readings()) {
            var place = new Place(reading.client(), reading.conversation());
            places.add(place);
            compare(place, held.getOrDefault(place, Map.of()), evidence.stored().get(reading.conversation()), verdict);
        }
        held.forEach((place, messages) -> {
            if (!places.contains(place)) {
                verdict.found(Fault.FOREIGN, "%s holds %d messages of %s", place.client, messages.size(), place.conversation);
            }
        });
        arrivals(evidence, sent, places, verdict);
        repeats(evidence, verdict);
    }

    private static void compare(Place place, Map<String, Message> held, List<Message> stored, Verdict verdict) {
        Set<String> ids = new HashSet<>();
        for (var message : stored) {
            ids.add(message.id());
            var seen = held.get(message.id());
            if (seen == null) {
                verdict.found(Fault.SKIPPED, "%s misses seq %d of %s", place.client, message.seq(), place.conversation);
            } else if (seen.version() < message.version()) {
                verdict.found(Fault.OUTDATED, "%s holds version %d of seq %d of %s, stored is %d", place.client, seen.version(), seen.seq(), place.conversation,
                        message.version());
            } else if (!seen.looksLike(message)) {
                verdict.found(Fault.ALTERED, "%s holds %s, stored is %s", place.client, seen, message);
            }
        }
        Set<Long> seqs = new HashSet<>();
        Set<Message.Key> keys = new HashSet<>();
        for (var message : held.values()) {
            if (!ids.contains(message.id())) {
                verdict.found(Fault.FOREIGN, "%s holds %s, which is not stored", place.client, message);
            }
            if (!seqs.add(message.seq()) | !keys.add(message.key())) {
                verdict.found(Fault.DOUBLED, "%s holds %s beside another one of that place", place.client, message);
            }
        }
    }

    private static void arrivals(Evidence evidence, Map<Message.Key, Sent> sent, Set<Place> places, Verdict verdict) {
        for (var event : evidence.events()) {
            if (!(event instanceof Event.Receive receive)) {
                continue;
            }
            var message = receive.message();
            if (!places.contains(new Place(receive.client(), message.conversation()))) {
                verdict.found(Fault.FOREIGN, "%s received %s", receive.client(), message);
                continue;
            }
            var author = sent.get(message.key());
            if (author != null && author.wasInvoked() && !author.canLook(message)) {
                verdict.found(Fault.ALTERED, "%s received %s", receive.client(), message);
            }
        }
    }

    private static void repeats(Evidence evidence, Verdict verdict) {
        Map<State, Long> first = new HashMap<>();
        for (var event : evidence.events()) {
            if (event instanceof Event.Receive e) {
                arrived(new State(new Place(e.client(), e.message().conversation()), e.message().id(), e.version()), e.via() == Event.Via.PAGE, e.cursor(), e.at(),
                        first, verdict);
            } else if (event instanceof Event.Marker e) {
                arrived(new State(new Place(e.client(), e.conversation()), e.user(), e.version()), false, e.cursor(), e.at(), first, verdict);
            }
        }
    }

    private static void arrived(State state, boolean asked, long cursor, long at, Map<State, Long> first, Verdict verdict) {
        long before = first.merge(state, at, Math::min);
        if (!asked && state.version <= cursor && at - before > LATEST_REPEAT.toNanos()) {
            verdict.found(Fault.DOUBLED, "%s came again after %d ms, while all up to version %d was held", state, (at - before) / 1_000_000, cursor);
        }
    }
}
