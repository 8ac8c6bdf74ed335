package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;

/// The writing side of a client: new messages, the outbox, changes of mind.
final class Sending {

    private final Client client;
    private final Loop loop;
    private final Written written;
    private final Outbox outbox;
    final Speech speech;
    private final Pace pace;
    private final int inFlight;
    private boolean talking;

    Sending(Client client, Loop loop, Written written, Outbox outbox, Speech speech, Pace pace, int inFlight) {
        this.client = client;
        this.loop = loop;
        this.written = written;
        this.outbox = outbox;
        this.speech = speech;
        this.pace = pace;
        this.inFlight = inFlight;
    }

    /// While it talks, every answer brings the next message.
    void talk(boolean on) {
        talking = on;
        if (on) {
            say(inFlight);
        }
    }

    /// Says so many more messages, as far as the outbox has room and it is time.
    void say(int messages) {
        for (int i = 0; i < messages && outbox.size() < inFlight && client.userId() != null && pace.permits(); i++) {
            var sending = speech.next(client.userId());
            if (sending == null) {
                return;
            }
            outbox.add(sending);
            written.put(new Event.Invoke(loop.nanos(), client.name, sending.key(), Hash.of(sending.body())));
            client.ask(new Pending.Send(sending));
        }
    }

    void resend() {
        outbox.unsettled().forEach(sending -> client.ask(new Pending.Send(sending)));
        speech.unsettled().forEach(revision -> client.ask(new Pending.Change(revision)));
    }

    boolean isEmpty() {
        return outbox.size() == 0 && speech.unsettled().isEmpty() && !speech.owes();
    }

    boolean isSettled(Pending pending) {
        return switch (pending) {
            case Pending.Send(var sending) -> !outbox.holds(sending);
            case Pending.Change(var revision) -> !speech.holds(revision);
            case Pending.Sync _, Pending.Mark _, Pending.Ping _ -> false;
        };
    }

    void stored(Outbox.Sending sending, JsonNode ack) {
        var messageId = ack.path("messageId").asText();
        written.put(new Event.Ok(loop.nanos(), client.name, sending.key(), messageId, ack.path("seq").asLong(), ack.path("version").asLong()));
        if (outbox.holds(sending)) {
            outbox.settle(sending);
            written.acked();
            var revision = speech.regret(sending.key(), messageId);
            if (revision != null) {
                written.put(new Event.Revise(loop.nanos(), client.name, revision.key(), revision.hash()));
                client.ask(new Pending.Change(revision));
            }
            if (talking) {
                say(1);
            }
        }
    }

    void refused(Outbox.Sending sending, JsonNode error) {
        written.put(new Event.Fail(loop.nanos(), client.name, sending.key(), error.path("code").asText()));
        outbox.settle(sending);
    }

    void revised(Revision revision) {
        written.put(new Event.Revised(loop.nanos(), client.name, revision.key()));
        speech.settle(revision);
    }

    void refused(Revision revision, JsonNode error) {
        written.refused("a change of message " + revision.messageId(), error);
        speech.settle(revision);
    }

    void unanswered(Pending pending) {
        if (pending instanceof Pending.Send(var sending)) {
            written.put(new Event.Info(loop.nanos(), client.name, sending.key()));
        }
    }
}
