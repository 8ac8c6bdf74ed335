package org.eplatform.chat.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What all clients wrote down, in the order in which it happened to them.
final class History {

    private static final int MAX_REFUSALS = 1_000;

    private final List<Event> events = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Consumer<Event> copy;

    /// `copy` gets every event as well, as soon as it happens.
    History(Consumer<Event> copy) {
        this.copy = copy;
    }

    void add(Event event) {
        events.add(event);
        copy.accept(event);
    }

    /// A valid command that is no message was refused.
    void refused(String what) {
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(what);
        }
    }

    List<Event> events() {
        return events;
    }

    List<String> refusals() {
        return refusals;
    }
}
