package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.ConversationId;

/// The [Head] of every conversation that was lively here of late. Older ones are forgotten: the next event of such a conversation is taken as it comes.
@ApplicationScoped
class Heads {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ConcurrentHashMap<ConversationId, Head> heads = new ConcurrentHashMap<>();

    interface Use {
        /// `isNew` when nothing was delivered of the conversation of late.
        void of(Head head, boolean isNew);
    }

    /// Uses the head while nobody else does. `version` is where a new one stands.
    void with(ConversationId conversation, long version, Use use) {
        var head = heads.computeIfAbsent(conversation, _ -> new Head(version));
        synchronized (head) {
            head.touch();
            use.of(head, head.firstUse());
        }
    }

    /// What this process changed after this version is still to be told: a head that others' changes have begun goes back behind it, and one is begun where there
    /// is none, so that nothing that follows is taken for the first.
    void expect(ConversationId conversation, long after) {
        var head = heads.computeIfAbsent(conversation, _ -> new Head(after));
        synchronized (head) {
            if (head.isDoubted()) {
                head.goBack(after);
            }
        }
    }

    /// It goes on where nobody here is told: who comes back later begins anew. One that is at work stays, so that a conversation never has two.
    void forget(ConversationId conversation) {
        heads.computeIfPresent(conversation, (_, head) -> {
            synchronized (head) {
                return head.isRepairing() || head.isDoubted() ? head : null;
            }
        });
    }

    /// Those that had something to deliver within this time.
    Map<ConversationId, Head> lively(Duration within) {
        heads.values().removeIf(head -> head.idle() > KEPT.toNanos());
        return heads.entrySet().stream().filter(entry -> entry.getValue().idle() < within.toNanos())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
