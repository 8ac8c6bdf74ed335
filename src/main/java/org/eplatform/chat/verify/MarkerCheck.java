package org.eplatform.chat.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Read and delivered markers only rise: by version, and to what was acknowledged.
final class MarkerCheck {

    private MarkerCheck() {}

    private record Whose(String conversation, String user) {}

    static void check(Evidence evidence, Verdict verdict) {
        Map<Whose, TreeMap<Long, Event.Marks>> told = new HashMap<>();
        Map<Whose, Event.Marks> least = new HashMap<>();
        for (var event : evidence.events()) {
            if (event instanceof Event.Marker marker) {
                told.computeIfAbsent(new Whose(marker.conversation(), marker.user()), _ -> new TreeMap<>()).put(marker.version(), marker.marks());
            } else if (event instanceof Event.Marked marked) {
                least.merge(new Whose(marked.conversation(), evidence.users().get(marked.client())), marked.marks(), MarkerCheck::higher);
            }
        }
        told.forEach((whose, byVersion) -> least.merge(whose, rising(whose, byVersion, verdict), MarkerCheck::higher));
        for (var reading : evidence.readings()) {
            reading.marks().forEach((user, marks) -> {
                var whose = new Whose(reading.conversation(), user);
                if (isLower(marks, least.getOrDefault(whose, marks))) {
                    verdict.found(Fault.FELL, "%s end at %s, and had been at %s", whose, marks, least.get(whose));
                }
            });
        }
    }

    private static Event.Marks rising(Whose whose, TreeMap<Long, Event.Marks> byVersion, Verdict verdict) {
        var highest = new Event.Marks(0, 0);
        for (var told : byVersion.entrySet()) {
            if (isLower(told.getValue(), highest)) {
                verdict.found(Fault.FELL, "%s are %s at version %d, and had been %s", whose, told.getValue(), told.getKey(), highest);
            }
            highest = higher(highest, told.getValue());
        }
        return highest;
    }

    private static boolean isLower(Event.Marks marks, Event.Marks than) {
        return marks.read() < than.read() || marks.delivered() < than.delivered();
    }

    private static Event.Marks higher(Event.Marks one, Event.Marks other) {
        return new Event.Marks(Math.max(one.read(), other.read()), Math.max(one.delivered(), other.delivered()));
    }
}
