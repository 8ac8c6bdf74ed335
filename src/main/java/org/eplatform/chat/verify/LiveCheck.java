package org.eplatform.chat.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Live delivery: on a connection that is up to date every message comes before anything later. A client repairs what is jumped over, but the service
/// promises not to jump: it closes a connection that it cannot serve (4008).
final class LiveCheck {

    private LiveCheck() {}

    private record Stretch(String client, int connection, String conversation) {}

    static void check(Evidence evidence, Map<Message.Key, Sent> sent, Verdict verdict) {
        // A message that was changed has another version by now, so its first one is left out.
        Map<String, TreeMap<Long, Message>> unchanged = new HashMap<>();
        evidence.stored().forEach((conversation, messages) -> messages.stream()
                .filter(message -> sent.get(message.key()) != null && sent.get(message.key()).revision == null)
                .forEach(message -> unchanged.computeIfAbsent(conversation, _ -> new TreeMap<>()).put(message.version(), message)));
        Map<Stretch, Long> positions = new HashMap<>();
        for (var event : evidence.events()) {
            switch (event) {
                case Event.Live live -> positions.put(new Stretch(live.client(), live.connection(), live.conversation()), live.cursor());
                case Event.Receive e when e.via() == Event.Via.LIVE -> pass(new Stretch(e.client(), e.connection(), e.message().conversation()), e.version(),
                        positions, unchanged, verdict);
                case Event.Marker e when e.via() == Event.Via.LIVE -> pass(new Stretch(e.client(), e.connection(), e.conversation()), e.version(), positions,
                        unchanged, verdict);
                case Event.Invoke _, Event.Ok _, Event.Fail _, Event.Busy _, Event.Info _, Event.Revise _, Event.Revised _, Event.Receive _, Event.Marker _,
                     Event.Marked _, Event.Close _ -> { }
            }
        }
    }

    private static void pass(Stretch stretch, long version, Map<Stretch, Long> positions, Map<String, TreeMap<Long, Message>> unchanged, Verdict verdict) {
        var position = positions.get(stretch);
        if (position == null || version <= position) {
            return;
        }
        positions.put(stretch, version);
        for (var jumped : unchanged.getOrDefault(stretch.conversation, new TreeMap<>()).subMap(position, false, version, false).values()) {
            verdict.found(Fault.JUMPED, "%s got version %d of %s after %d, without seq %d in between", stretch.client, version, stretch.conversation, position,
                    jumped.seq());
        }
    }
}
