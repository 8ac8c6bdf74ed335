package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eplatform.chat.verify.Held.Phase;

/// The reading side of a client: the conversations that it knows, and how far.
final class Conversations {

    private static final int MARKS_AT_ONCE = 4;

    private final Client client;
    private final Deployment deployment;
    private final Loop loop;
    private final Written written;
    private final Random random;
    private final Marking marking;
    private final Map<String, Held> known = new LinkedHashMap<>();
    private boolean quiet;

    Conversations(Client client, Deployment deployment, Loop loop, Written written, Random random) {
        this.client = client;
        this.deployment = deployment;
        this.loop = loop;
        this.written = written;
        this.random = random;
        this.marking = new Marking(random);
    }

    Collection<Held> all() {
        return known.values();
    }

    /// From now on it tells nobody what it has read.
    void quiet() {
        quiet = true;
    }

    boolean areLive() {
        return known.values().stream().allMatch(held -> held.phase == Phase.LIVE);
    }

    /// Makes a conversation known, and reads its history.
    void adopt(String conversation) {
        if (!known.containsKey(conversation)) {
            var held = new Held(conversation);
            known.put(conversation, held);
            page(held, 0, -1, 0);
        }
    }

    /// After each welcome: what has happened since? New conversations are among the answers, so this is asked even when nothing is known.
    void resume() {
        sync(known.values().stream().filter(held -> held.phase == Phase.BEHIND).toList(), true);
    }

    void changed(String type, JsonNode frame) {
        var conversation = frame.path("conversationId").asText();
        adopt(conversation);
        var held = known.get(conversation);
        long version = frame.path("version").asLong();
        var via = held.phase == Phase.LIVE ? Event.Via.LIVE : Event.Via.SYNC;
        if (type.equals("message")) {
            received(held, via, version, Message.of(frame.path("message")));
        } else if (type.equals("marker")) {
            written.put(new Event.Marker(loop.nanos(), client.name, client.connectionNumber(), via, held.cursor, conversation, version, frame.path("userId").asText(),
                    new Event.Marks(frame.path("readSeq").asLong(), frame.path("deliveredSeq").asLong())));
        }
        // A conversation says how far it is, not that all before that was told.
        if (!type.equals("conversation") && held.passes(version)) {
            written.gap();
            sync(List.of(held), false);
        }
    }

    void synced(Pending.Sync sync, JsonNode frame) {
        var reset = new HashSet<String>();
        frame.path("reset").forEach(id -> reset.add(id.asText()));
        for (var held : sync.conversations()) {
            if (reset.contains(held.conversation)) {
                known.remove(held.conversation);
                adopt(held.conversation);
            } else {
                held.synced();
                written.put(new Event.Live(loop.nanos(), client.name, client.connectionNumber(), held.conversation, held.cursor));
            }
        }
    }

    void disconnected() {
        known.values().forEach(Held::disconnected);
    }

    /// Says where it has received and read more, for a few conversations at a time.
    void mark() {
        for (int i = 0; i < MARKS_AT_ONCE && !quiet; i++) {
            var conversation = marking.next();
            if (conversation == null) {
                return;
            }
            long lastSeq = known.get(conversation).lastSeq();
            // After a reset nothing is held until the first page has come.
            if (lastSeq > 0) {
                client.ask(new Pending.Mark(conversation, marking.marks(lastSeq)));
            }
        }
    }

    void markLater(String conversation) {
        marking.received(conversation);
    }

    private void received(Held held, Event.Via via, long version, Message message) {
        written.put(new Event.Receive(loop.nanos(), client.name, client.connectionNumber(), via, held.cursor, version, message));
        written.received();
        held.put(message);
        if (!message.sender().equals(client.userId())) {
            marking.received(held.conversation);
        }
    }

    private void sync(List<Held> conversations, boolean first) {
        conversations.forEach(held -> held.phase = Phase.SYNCING);
        client.ask(new Pending.Sync(conversations, first));
    }

    /// Reads the history page by page. The first page says which version this is at least; a `sync` brings what changed meanwhile.
    private void page(Held held, long after, long version, int failures) {
        deployment.call(client.name, "/api/chat/conversations/" + held.conversation + "/?limit=200&after=" + after, null, answer -> {
            if (known.get(held.conversation) != held) {
                return;
            }
            if (!answer.ok()) {
                loop.after(BackOff.after(failures, random), () -> page(held, after, version, failures + 1));
                return;
            }
            long first = version < 0 ? answer.body().path("conversation").path("version").asLong() : version;
            long last = after;
            for (var view : answer.body().path("messages")) {
                var message = Message.of(view);
                received(held, Event.Via.PAGE, message.version(), message);
                last = message.seq();
            }
            if (answer.body().path("hasNewer").asBoolean()) {
                page(held, last, first, 0);
                return;
            }
            held.paged(first);
            if (client.isConnected()) {
                sync(List.of(held), false);
            }
        });
    }
}
