package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// What a client makes of an error: it tries again what may work later, and writes down what should have worked.
final class Refusals {

    private static final Set<String> PASSING = Set.of("busy", "rate_limited", "internal");

    private final Client client;
    private final Loop loop;
    private final Written written;

    Refusals(Client client, Loop loop, Written written) {
        this.client = client;
        this.loop = loop;
        this.written = written;
    }

    /// `pending` is null when the error answers no command: the connection could not be served, and ends.
    void take(Pending pending, JsonNode error) {
        boolean passing = PASSING.contains(error.path("code").asText());
        if (error.path("code").asText().equals("internal")) {
            // Worth another try, and a bug of the service all the same.
            written.refused("something of " + client.name, error);
        }
        switch (pending) {
            case null -> {
                if (passing) {
                    written.busy();
                } else {
                    written.refused("a connection of " + client.name, error);
                }
            }
            case Pending.Send(var message) when passing -> {
                written.put(new Event.Busy(loop.nanos(), client.name, message.key()));
                client.askAgain(pending, error);
            }
            case Pending.Send(var message) -> client.sending.refused(message, error);
            case Pending.Change _ when passing -> client.askAgain(pending, error);
            case Pending.Change(var revision) -> client.sending.refused(revision, error);
            case Pending.Sync _ when passing -> client.askAgain(pending, error);
            case Pending.Sync _ -> written.refused("sync of " + client.name, error);
            case Pending.Mark(var conversation, _) when passing -> client.conversations.markLater(conversation);
            case Pending.Mark _ -> written.refused("marker.set of " + client.name, error);
            case Pending.Ping() -> { }
        }
    }
}
