package org.eplatform.chat.verify;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/// Where one client has to say that it received and read more.
final class Marking {

    private static final int LATE_PERCENT = 10;

    private final Random random;
    private final Set<String> behind = new LinkedHashSet<>();

    Marking(Random random) {
        this.random = random;
    }

    void received(String conversation) {
        behind.add(conversation);
    }

    /// One of the conversations with something new, or null.
    String next() {
        if (behind.isEmpty()) {
            return null;
        }
        var conversation = behind.iterator().next();
        behind.remove(conversation);
        return conversation;
    }

    /// Up to where it has received and read. Now and then something lower, as another device of the same person would say: nothing may fall by it.
    Event.Marks marks(long lastSeq) {
        long delivered = random.nextInt(100) < LATE_PERCENT ? 1 + random.nextLong(lastSeq) : lastSeq;
        return new Event.Marks(Math.max(0, delivered - random.nextLong(3)), delivered);
    }
}
