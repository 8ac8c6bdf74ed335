package org.eplatform.chat.benchmark;

import io.vertx.core.http.WebSocket;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// One connection of the load generator. It reads frames by looking for two marks, not by parsing: the generator shares the machine with what it measures.
final class Client {

    private static final int REMEMBERED = 1024;
    private static final int MAX_RETRIES = 1_000;
    private static final String BODY = "The quick brown fox jumps over the lazy dog, again and again. ".repeat(4).substring(0, 200);

    private final Crowd crowd;
    private final int index;
    private final WebSocket socket;
    private final String beginning;
    private final AtomicLongArray intended = new AtomicLongArray(REMEMBERED);
    private final ArrayDeque<Long> backlog = new ArrayDeque<>();
    private int window;
    private int outstanding;
    private int next;
    private int retries;
    private volatile LongAdder told = new LongAdder();

    Client(Crowd crowd, int index, WebSocket socket, UUID conversation) {
        this.crowd = crowd;
        this.index = index;
        this.socket = socket;
        beginning = "{\"type\":\"message.send\",\"conversationId\":\"" + conversation + "\",\"body\":\"" + BODY + "\",\"id\":\"";
        socket.textMessageHandler(this::received);
        socket.closeHandler(_ -> crowd.fail("a connection was closed with " + socket.closeStatusCode()));
        socket.exceptionHandler(failure -> crowd.fail(failure.toString()));
    }

    int index() {
        return index;
    }

    /// How many messages may wait for their ack at a time.
    synchronized void window(int size) {
        window = size;
    }

    /// Sends a message that was due at this time of [System#nanoTime], as soon as the window allows: what waits here counts as waiting.
    synchronized void send(long due) {
        if (outstanding < window) {
            begin(due);
        } else {
            backlog.add(due);
        }
    }

    /// When this message was due.
    long due(int number) {
        return intended.get(number % REMEMBERED);
    }

    synchronized boolean isIdle() {
        return outstanding == 0 && backlog.isEmpty();
    }

    /// Wants to know of these people from here on; what comes of them is counted here.
    void watch(List<String> people, LongAdder counter) {
        told = counter;
        socket.writeTextMessage(people.stream().map(user -> "\"" + user + "\"").collect(Collectors.joining(",", "{\"type\":\"presence.watch\",\"userIds\":[", "]}")));
    }

    void close() {
        socket.closeHandler(null);
        socket.close();
    }

    private void begin(long due) {
        int number = next++;
        intended.set(number % REMEMBERED, due);
        outstanding++;
        write(number);
    }

    private void write(int number) {
        socket.writeTextMessage(beginning + number + "\"," + crowd.mark() + index + "-" + number + "\"}");
    }

    private void received(String text) {
        if (text.startsWith("{\"type\":\"message\"")) {
            message(text);
        } else if (text.startsWith("{\"type\":\"ack\"")) {
            acknowledged(number(text));
        } else if (text.startsWith("{\"type\":\"error\"")) {
            refused(text);
        } else if (text.startsWith("{\"type\":\"presence\"")) {
            told.increment();
        }
    }

    /// What an earlier crowd of the same people left behind may still come: it is nobody's here.
    private void message(String text) {
        int mark = text.indexOf(crowd.mark());
        if (mark >= 0) {
            int start = mark + crowd.mark().length();
            int dash = text.indexOf('-', start);
            crowd.listener().received(this, Integer.parseInt(text, start, dash, 10), Integer.parseInt(text, dash + 1, text.indexOf('"', dash), 10));
        }
    }

    private void acknowledged(int number) {
        synchronized (this) {
            outstanding--;
            retries = 0;
            var due = backlog.poll();
            if (due != null) {
                begin(due);
            }
        }
        crowd.listener().acknowledged(this, number);
    }

    private void refused(String text) {
        int retryAfter = text.indexOf("\"retryAfterMs\":");
        if (retryAfter < 0 || ++retries > MAX_RETRIES) {
            crowd.fail(text);
            return;
        }
        int number = number(text);
        var digits = text.substring(retryAfter + 15).replaceAll("\\D.*", "");
        crowd.later(Math.max(1, Long.parseLong(digits)), () -> write(number));
    }

    private static int number(String text) {
        int mark = text.indexOf("\"id\":\"") + 6;
        return Integer.parseInt(text, mark, text.indexOf('"', mark), 10);
    }
}
