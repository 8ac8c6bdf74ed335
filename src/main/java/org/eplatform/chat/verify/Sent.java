package org.eplatform.chat.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of one message, as its sender saw it.
final class Sent {

    final String hash;
    final List<Event.Ok> answers = new ArrayList<>();
    Event.Fail refusal;
    Event.Revise revision;
    boolean revised;

    private Sent(String hash) {
        this.hash = hash;
    }

    static Map<Message.Key, Sent> of(List<Event> events) {
        var sent = new LinkedHashMap<Message.Key, Sent>();
        for (var event : events) {
            switch (event) {
                case Event.Invoke invoke -> sent.put(invoke.key(), new Sent(invoke.hash()));
                case Event.Ok ok -> find(sent, ok.key()).answers.add(ok);
                case Event.Fail fail -> find(sent, fail.key()).refusal = fail;
                case Event.Revise revise -> find(sent, revise.key()).revision = revise;
                case Event.Revised revised -> find(sent, revised.key()).revised = true;
                case Event.Busy _, Event.Info _, Event.Receive _, Event.Marker _, Event.Marked _, Event.Live _, Event.Close _ -> { }
            }
        }
        return sent;
    }

    /// A client with a bug answers for a message that it never invoked.
    private static Sent find(Map<Message.Key, Sent> sent, Message.Key key) {
        return sent.computeIfAbsent(key, _ -> new Sent(null));
    }

    boolean wasInvoked() {
        return hash != null;
    }

    /// May somebody see it like this at some time?
    boolean canLook(Message message) {
        if (message.deleted()) {
            return revision != null && revision.hash() == null;
        }
        return message.hash().equals(hash) || revision != null && message.hash().equals(revision.hash());
    }

    /// May it look like this in the end? An acknowledged change has happened.
    boolean canEndAs(Message message) {
        return canLook(message) && (!revised || message.deleted() || message.hash().equals(revision.hash()));
    }
}
