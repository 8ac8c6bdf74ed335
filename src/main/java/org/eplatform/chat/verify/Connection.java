package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One socket of a client, from the attempt to open it to its end, with the commands that wait for an answer on it.
final class Connection implements Deployment.Listener {

    /// We tore it down on purpose, as a network would. Not a code of the wire.
    static final int CUT = 1;
    /// We gave it up, since no answer came. Not a code of the wire.
    static final int SILENT = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Client client;
    private final int number;
    private final Loop loop;
    private final long began;
    private final Map<String, Waiting> pending = new LinkedHashMap<>();
    private Deployment.Line line;
    private boolean welcome;
    private boolean synced;
    private boolean abandoned;
    private int asked;

    private record Waiting(Pending command, long since) {}

    Connection(Client client, int number, Loop loop) {
        this.client = client;
        this.number = number;
        this.loop = loop;
        this.began = loop.nanos();
    }

    @Override
    public void opened(Deployment.Line opened) {
        line = opened;
        if (abandoned) {
            line.abort();
        }
    }

    @Override
    public void heard(JsonNode frame) {
        client.heard(this, frame);
    }

    @Override
    public void ended(int code) {
        client.lost(this, code, null);
    }

    void welcomed() {
        welcome = true;
    }

    void synced() {
        synced = true;
    }

    boolean isOpen() {
        return line != null;
    }

    boolean isWelcome() {
        return welcome;
    }

    boolean isSynced() {
        return synced;
    }

    boolean isIdle() {
        return pending.values().stream().allMatch(waiting -> waiting.command instanceof Pending.Ping);
    }

    /// An answer, or the welcome, is overdue.
    boolean isSilent() {
        long oldest = pending.values().stream().mapToLong(Waiting::since).findFirst().orElse(loop.nanos());
        return loop.nanos() - (welcome ? oldest : began) > PATIENCE.toNanos();
    }

    Duration age() {
        return Duration.ofNanos(loop.nanos() - began);
    }

    int sends() {
        return (int) pending.values().stream().filter(waiting -> waiting.command instanceof Pending.Send).count();
    }

    void ask(Pending command, String epoch) {
        var id = number + "-" + ++asked;
        pending.put(id, new Waiting(command, loop.nanos()));
        line.say(Frames.command(command, id, epoch));
    }

    /// What this frame answers, null when it answers nothing that was asked.
    Pending answered(JsonNode frame) {
        var waiting = pending.remove(frame.path("id").asText());
        return waiting == null ? null : waiting.command;
    }

    List<Pending> unanswered() {
        return pending.values().stream().map(Waiting::command).toList();
    }

    /// Also before it is open.
    void abort() {
        abandoned = true;
        if (line != null) {
            line.abort();
        }
    }
}
