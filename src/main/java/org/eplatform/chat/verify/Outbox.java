package org.eplatform.chat.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The messages of one client that are not acknowledged yet, oldest first. A message keeps its client id until it is settled.
class Outbox {

    /// A message on its way.
    record Sending(Message.Key key, String body) {}

    private final Map<String, Sending> waiting = new LinkedHashMap<>();

    void add(Sending sending) {
        waiting.put(sending.key.clientId(), sending);
    }

    /// What has to be sent on a new connection, in the order in which it was written.
    List<Sending> unsettled() {
        return List.copyOf(waiting.values());
    }

    boolean holds(Sending sending) {
        return waiting.containsKey(sending.key.clientId());
    }

    void settle(Sending sending) {
        waiting.remove(sending.key.clientId());
    }

    int size() {
        return waiting.size();
    }
}
