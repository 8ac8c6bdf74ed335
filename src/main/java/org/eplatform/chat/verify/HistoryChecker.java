package org.eplatform.chat.verify;

/// Judges the evidence. Pure: the same evidence gives the same verdict, in time linear in its length but for sorting.
final class HistoryChecker {

    private HistoryChecker() {}

    static Verdict judge(Evidence evidence) {
        var verdict = new Verdict();
        var sent = Sent.of(evidence.events());
        StoredCheck.check(evidence, sent, verdict);
        OrderCheck.check(evidence, verdict);
        ReceivedCheck.check(evidence, sent, verdict);
        LiveCheck.check(evidence, sent, verdict);
        MarkerCheck.check(evidence, verdict);
        evidence.refusals().forEach(refusal -> verdict.found(Fault.REFUSED, "%s", refusal));
        return verdict;
    }
}
