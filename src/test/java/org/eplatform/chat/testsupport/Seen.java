package org.eplatform.chat.testsupport;

import com.microsoft.playwright.BrowserContext;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest of what browsers were seen to do in one test: what they asked for and were answered, said on sockets, and wrote to the console. It is read when a test
/// has failed and the page alone does not tell why.
final class Seen {

    private static final int MOST = 400;
    private static final int LONGEST = 300;

    private static final Deque<String> LINES = new ArrayDeque<>();

    private Seen() {}

    static void watch(BrowserContext context) {
        var name = "browser " + Integer.toHexString(System.identityHashCode(context));
        context.onRequest(request -> add(name, "asks", request.method() + " " + request.url()));
        context.onResponse(response -> add(name, "is answered", response.status() + " " + response.url()));
        context.onRequestFailed(request -> add(name, "fails", request.failure() + " " + request.url()));
        context.onConsoleMessage(message -> add(name, "writes", message.type() + " " + message.text()));
        context.onWebError(error -> add(name, "throws", error.error()));
        context.onPage(page -> page.onWebSocket(socket -> {
            add(name, "connects", socket.url());
            socket.onFrameSent(frame -> add(name, "says", frame.text()));
            socket.onFrameReceived(frame -> add(name, "hears", frame.text()));
            socket.onClose(_ -> add(name, "disconnects", socket.url()));
        }));
    }

    /// All of it, oldest first; nothing is left.
    static synchronized List<String> take() {
        var lines = List.copyOf(LINES);
        LINES.clear();
        return lines;
    }

    private static synchronized void add(String who, String does, String what) {
        if (LINES.size() == MOST) {
            LINES.removeFirst();
        }
        var line = LocalTime.now() + " " + who + " " + does + " " + what;
        LINES.addLast(line.substring(0, Math.min(line.length(), LONGEST)));
    }
}
