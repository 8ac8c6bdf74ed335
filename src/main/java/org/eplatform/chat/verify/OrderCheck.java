package org.eplatform.chat.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The order of what is stored, against time and against what each sender meant.
final class OrderCheck {

    private OrderCheck() {}

    private record Author(String conversation, String sender) {}

    static void check(Evidence evidence, Verdict verdict) {
        Map<Message.Key, Long> seqs = new HashMap<>();
        evidence.stored().values().forEach(messages -> messages.forEach(message -> seqs.putIfAbsent(message.key(), message.seq())));
        realTime(evidence, seqs, verdict);
        senders(evidence, seqs, verdict);
    }

    /// What was acknowledged before another message was written has the lower seq.
    private static void realTime(Evidence evidence, Map<Message.Key, Long> seqs, Verdict verdict) {
        Map<String, Long> highestAcked = new HashMap<>();
        for (var event : evidence.events()) {
            if (event instanceof Event.Ok ok && seqs.containsKey(ok.key())) {
                highestAcked.merge(ok.key().conversation(), seqs.get(ok.key()), Math::max);
            } else if (event instanceof Event.Invoke invoke && seqs.containsKey(invoke.key())) {
                long before = highestAcked.getOrDefault(invoke.key().conversation(), 0L);
                if (seqs.get(invoke.key()) <= before) {
                    verdict.found(Fault.REORDERED, "%s has seq %d, yet was written after the acknowledgement of seq %d", invoke.key(), seqs.get(invoke.key()), before);
                }
            }
        }
    }

    /// One sender's messages are stored in the order in which they were written. Those that the service put off may be overtaken.
    private static void senders(Evidence evidence, Map<Message.Key, Long> seqs, Verdict verdict) {
        Set<Message.Key> putOff = new HashSet<>();
        evidence.events().forEach(event -> {
            if (event instanceof Event.Busy busy) {
                putOff.add(busy.key());
            }
        });
        Map<Author, Long> last = new HashMap<>();
        for (var event : evidence.events()) {
            if (event instanceof Event.Invoke invoke && seqs.containsKey(invoke.key()) && !putOff.contains(invoke.key())) {
                var author = new Author(invoke.key().conversation(), invoke.key().sender());
                long seq = seqs.get(invoke.key());
                if (seq < last.getOrDefault(author, 0L)) {
                    verdict.found(Fault.REORDERED, "%s has seq %d, an earlier one of its sender has %d", invoke.key(), seq, last.get(author));
                }
                last.merge(author, seq, Math::max);
            }
        }
    }
}
