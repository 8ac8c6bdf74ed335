package org.eplatform.chat.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What one client wants to say, where, and what it regrets. Everything by the seed.
final class Speech {

    private static final String[] WORDS = {"hello", "and", "then", "مرحبا", "Grüße", "👋🏽", "<b>", "null", "\\u0041", "'; --", "日本", "ok"};
    private static final int EDITED_PERCENT = 4;
    private static final int DELETED_PERCENT = 1;

    private final String prefix;
    private final Random random;
    private final List<String> places = new ArrayList<>();
    private final Deque<String> owed = new ArrayDeque<>();
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private int said;

    Speech(String prefix, Random random) {
        this.prefix = prefix;
        this.random = random;
    }

    /// From now on it speaks in this conversation as it likes.
    void join(String conversation) {
        places.add(conversation);
    }

    /// So many messages are to be said in this conversation, before all others.
    void owe(String conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            owed.add(conversation);
        }
    }

    boolean owes() {
        return !owed.isEmpty();
    }

    /// The next message, or null when there is no conversation to speak in.
    Outbox.Sending next(String sender) {
        if (owed.isEmpty() && places.isEmpty()) {
            return null;
        }
        var place = owed.isEmpty() ? places.get(random.nextInt(places.size())) : owed.poll();
        return new Outbox.Sending(new Message.Key(place, sender, prefix + "-" + ++said), text());
    }

    /// A change of mind about a message that was just stored, or null.
    Revision regret(Message.Key key, String messageId) {
        int dice = random.nextInt(100);
        if (dice >= EDITED_PERCENT + DELETED_PERCENT) {
            return null;
        }
        var revision = new Revision(key, messageId, dice < EDITED_PERCENT ? text() : null);
        revisions.put(messageId, revision);
        return revision;
    }

    List<Revision> unsettled() {
        return List.copyOf(revisions.values());
    }

    boolean holds(Revision revision) {
        return revisions.containsKey(revision.messageId());
    }

    void settle(Revision revision) {
        revisions.remove(revision.messageId());
    }

    private String text() {
        var text = new StringBuilder(Long.toHexString(random.nextLong()));
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
