package org.eplatform.chat.benchmark;

import java.util.Arrays;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Quarkus has, before it runs, all that is logged kept for later, to the finest detail. Where it never runs, that only costs time and memory.
final class Logging {

    private Logging() {}

    /// The first thing that a main method does.
    static void plain() {
        var root = Logger.getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        root.addHandler(new ConsoleHandler());
        root.setLevel(Level.WARNING);
    }
}
