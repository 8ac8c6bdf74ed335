package org.eplatform.chat.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one client holds of one conversation.
final class Held {

    /// How it comes up to date: history by REST first, then `sync`, then every change live.
    enum Phase { PAGING, BEHIND, SYNCING, LIVE }

    final String conversation;
    Phase phase = Phase.PAGING;
    /// Everything up to here is held.
    long cursor;
    private long highest;
    private long lastSeq;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    Held(String conversation) {
        this.conversation = conversation;
    }

    /// Takes a message in, if it is newer than what is held of it.
    void put(Message message) {
        messages.merge(message.id(), message, (old, now) -> now.version() >= old.version() ? now : old);
        lastSeq = Math.max(lastSeq, message.seq());
    }

    /// Something of this version has come; true when something before it has not.
    boolean passes(long version) {
        highest = Math.max(highest, version);
        if (phase != Phase.LIVE || version <= cursor) {
            return false;
        }
        boolean gap = version > cursor + 1;
        cursor = gap ? cursor : version;
        return gap;
    }

    /// The history up to this version has been read.
    void paged(long version) {
        cursor = version;
        phase = Phase.BEHIND;
    }

    /// A `sync` is complete: what came before or during it is older than what the service has read for it, so nothing is missing before the newest of it.
    void synced() {
        cursor = Math.max(cursor, highest);
        phase = Phase.LIVE;
    }

    void disconnected() {
        if (phase != Phase.PAGING) {
            phase = Phase.BEHIND;
        }
    }

    long lastSeq() {
        return lastSeq;
    }

    Map<String, Message> messages() {
        return messages;
    }
}
