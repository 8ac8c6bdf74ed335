package org.eplatform.chat.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What is stored, against what was sent and what was answered.
final class StoredCheck {

    private StoredCheck() {}

    static void check(Evidence evidence, Map<Message.Key, Sent> sent, Verdict verdict) {
        Map<Message.Key, Message> stored = new HashMap<>();
        evidence.stored().forEach((conversation, messages) -> {
            for (var message : messages) {
                if (stored.putIfAbsent(message.key(), message) != null) {
                    verdict.found(Fault.DUPLICATED, "%s is stored again as seq %d", message.key(), message.seq());
                }
                content(message, sent.get(message.key()), verdict);
            }
            dense(conversation, messages, verdict);
        });
        sent.forEach((key, message) -> answers(key, message, stored.get(key), verdict));
        for (var reading : evidence.readings()) {
            if (!reading.messages().equals(evidence.stored().get(reading.conversation()))) {
                verdict.found(Fault.CONTRADICTED, "%s reads another history of %s than its peer", reading.client(), reading.conversation());
            }
        }
    }

    private static void content(Message message, Sent sent, Verdict verdict) {
        if (sent == null || !sent.wasInvoked()) {
            verdict.found(Fault.INVENTED, "%s at seq %d", message.key(), message.seq());
        } else if (!sent.canEndAs(message)) {
            verdict.found(Fault.ALTERED, "%s is stored as %s", message.key(), message);
        }
    }

    private static void dense(String conversation, List<Message> messages, Verdict verdict) {
        var seqs = new HashSet<Long>();
        messages.forEach(message -> seqs.add(message.seq()));
        for (long seq = 1; seq <= messages.size(); seq++) {
            if (!seqs.contains(seq)) {
                verdict.found(Fault.HOLES, "%s has %d messages and none at seq %d", conversation, messages.size(), seq);
            }
        }
    }

    private static void answers(Message.Key key, Sent sent, Message stored, Verdict verdict) {
        if (stored == null && !sent.answers.isEmpty()) {
            verdict.found(Fault.LOST, "%s was acknowledged as seq %d", key, sent.answers.getFirst().seq());
        }
        if (sent.answers.isEmpty() && sent.refusal == null && sent.wasInvoked()) {
            verdict.found(Fault.UNANSWERED, "%s, %s", key, stored == null ? "not stored either" : "though it is stored");
        }
        if (sent.revision != null && !sent.revised) {
            verdict.found(Fault.UNANSWERED, "%s of %s", sent.revision.hash() == null ? "the deletion" : "an edit", key);
        }
        if (sent.refusal != null) {
            verdict.found(Fault.REFUSED, "%s: %s%s", key, sent.refusal.code(), stored == null ? "" : ", though it is stored");
        }
        for (var answer : sent.answers) {
            var first = sent.answers.getFirst();
            if (answer.seq() != first.seq() || !answer.messageId().equals(first.messageId())
                    || stored != null && (answer.seq() != stored.seq() || !answer.messageId().equals(stored.id()))) {
                verdict.found(Fault.CONTRADICTED, "%s was answered with %s, first with %s, and is stored as %s", key, answer, first, stored);
            }
        }
    }
}
