package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;

/// One person with one device, who behaves as a good SDK does: keeps a message and its client id until it is acknowledged, comes back after every cut,
/// asks what was missed, and notices what is missing.
final class Client {

    private static final Duration TICK = Duration.ofMillis(250);

    final String name;
    private final Deployment deployment;
    private final Loop loop;
    private final Random random;
    private final Written written;
    final Conversations conversations;
    final Sending sending;
    private final Refusals refusals;
    private Connection connection;
    private int connections;
    private int failures;
    private boolean resuming;
    /// When it lost a connection that it wanted to keep, by the loop's clock; -1 while it has one, or gave it up itself.
    private long lostAt = -1;
    private boolean away;
    /// After how long a replica that stops asked to come back; null when it did not.
    private Duration asked;
    private String userId;
    /// The epoch of what is held, and the one of the last welcome: they differ until the service has said what that voids.
    private String epoch;
    private String newEpoch;

    Client(String name, Deployment deployment, Loop loop, long seed, Outbox outbox, Pace pace, int inFlight, History history, Tally tally) {
        this.name = name;
        this.deployment = deployment;
        this.loop = loop;
        this.random = new Random(seed);
        this.written = new Written(name, loop, history, tally);
        this.conversations = new Conversations(this, deployment, loop, written, random);
        this.sending = new Sending(this, loop, written, outbox, new Speech(name, random), pace, inFlight);
        this.refusals = new Refusals(this, loop, written);
    }

    void start() {
        connect();
        loop.after(TICK, this::tick);
    }

    /// The person's id on the platform, null before the first welcome.
    String userId() {
        return userId;
    }

    boolean isConnected() {
        return connection != null && connection.isWelcome();
    }

    /// Connected, and nothing is missing as far as the client can know.
    boolean isUpToDate() {
        return isConnected() && connection.isSynced() && conversations.areLive();
    }

    /// Everything that was asked has been answered.
    boolean isSettled() {
        return isUpToDate() && sending.isEmpty() && connection.isIdle();
    }

    /// Sends a command, if there is a connection to send it on. What is not answered on it is forgotten with it.
    void ask(Pending pending) {
        if (isConnected()) {
            connection.ask(pending, epoch);
        }
    }

    /// The same, later, unless the connection is another one by then.
    void askAgain(Pending pending, JsonNode refusal) {
        written.busy();
        var asked = connection;
        loop.after(Duration.ofMillis(Math.clamp(refusal.path("retryAfterMs").asLong(200), 10, 5_000)), () -> {
            if (asked == connection && !sending.isSettled(pending)) {
                ask(pending);
            }
        });
    }

    int connectionNumber() {
        return connections;
    }

    /// Loses the connection, without a word, and stays away for so long. False when there is none to lose.
    boolean cut(Duration absence) {
        if (connection == null || !connection.isOpen()) {
            return false;
        }
        connection.abort();
        lost(connection, Connection.CUT, absence);
        return true;
    }

    /// Is nowhere to be reached until it comes back.
    void leave() {
        away = true;
        if (connection != null) {
            connection.abort();
            lost(connection, Connection.CUT, Duration.ZERO);
        }
    }

    void comeBack() {
        if (away) {
            away = false;
            connect();
        }
    }

    void heard(Connection from, JsonNode frame) {
        if (from != connection) {
            return;
        }
        var type = frame.path("type").asText();
        switch (type) {
            case "welcome" -> welcomed(frame);
            case "ack", "synced", "pong" -> answered(connection.answered(frame), frame);
            case "error" -> refusals.take(connection.answered(frame), frame);
            case "message", "marker", "conversation" -> conversations.changed(type, frame);
            case "draining" -> asked = Duration.ofMillis(Math.clamp(frame.path("retryAfterMs").asLong(), 0, 5_000));
            // Ephemeral ones, and what is newer than this client.
            default -> { }
        }
    }

    void lost(Connection which, int code, Duration pause) {
        if (which != connection) {
            return;
        }
        connection.unanswered().forEach(sending::unanswered);
        written.closed(connections, code, connection.sends());
        conversations.disconnected();
        connection = null;
        if (pause != null) {
            lostAt = -1;
        } else if (lostAt < 0) {
            lostAt = loop.nanos();
        }
        loop.after(pause == null ? beforeNextTry() : pause, this::connect);
        asked = null;
    }

    private Duration beforeNextTry() {
        return asked == null ? BackOff.after(failures++, random) : asked;
    }

    private void connect() {
        if (connection == null && !away) {
            connection = new Connection(this, ++connections, loop);
            deployment.open(name, connection);
        }
    }

    private void welcomed(JsonNode frame) {
        resuming = userId != null;
        userId = frame.path("userId").asText();
        newEpoch = frame.path("epoch").asText();
        epoch = epoch == null ? newEpoch : epoch;
        connection.welcomed();
        conversations.resume();
        sending.resend();
    }

    private void answered(Pending pending, JsonNode frame) {
        switch (pending) {
            case Pending.Sync sync -> {
                conversations.synced(sync, frame);
                if (sync.first()) {
                    epoch = newEpoch;
                    failures = 0;
                    connection.synced();
                    returned();
                    written.resumed(resuming ? connection.age() : null);
                }
            }
            case Pending.Mark(var conversation, var marks) -> written.marked(conversation, marks);
            case Pending.Send(var message) -> sending.stored(message, frame);
            case Pending.Change(var revision) -> sending.revised(revision);
            case Pending.Ping() -> { }
            case null -> { }
        }
    }

    private void returned() {
        if (lostAt >= 0) {
            written.wasAway(Duration.ofNanos(loop.nanos() - lostAt));
            lostAt = -1;
        }
    }

    private void tick() {
        loop.after(TICK, this::tick);
        if (connection == null) {
            return;
        }
        if (connection.isSilent()) {
            written.silent();
            connection.abort();
            lost(connection, Connection.SILENT, null);
            return;
        }
        if (isConnected()) {
            if (connection.isIdle()) {
                ask(new Pending.Ping());
            }
            conversations.mark();
        }
    }
}
