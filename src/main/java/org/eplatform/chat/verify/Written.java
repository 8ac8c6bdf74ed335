package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// What one client writes down: into the history, and into what is counted.
final class Written {

    private final String client;
    private final Loop loop;
    private final History history;
    private final Tally tally;

    Written(String client, Loop loop, History history, Tally tally) {
        this.client = client;
        this.loop = loop;
        this.history = history;
        this.tally = tally;
    }

    void put(Event event) {
        history.add(event);
    }

    void acked() {
        tally.acked++;
    }

    void received() {
        tally.received++;
    }

    void gap() {
        tally.gaps++;
    }

    void busy() {
        tally.busy++;
    }

    void silent() {
        tally.silences++;
    }

    void closed(int connection, int code, int inFlight) {
        tally.closed(code, inFlight);
        put(new Event.Close(loop.nanos(), client, connection, code));
    }

    void resumed(Duration took) {
        if (took != null) {
            tally.resumed(took);
        }
    }

    void wasAway(Duration time) {
        tally.wasAway(time);
    }

    void marked(String conversation, Event.Marks marks) {
        put(new Event.Marked(loop.nanos(), client, conversation, marks));
    }

    /// Something valid that is no message was refused.
    void refused(String what, JsonNode error) {
        history.refused(what + ": " + error.path("code").asText() + ", " + error.path("detail").asText());
    }
}
