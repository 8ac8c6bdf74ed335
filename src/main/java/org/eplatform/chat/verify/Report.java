package org.eplatform.chat.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a run tells in the end.
final class Report {

    private Report() {}

    static List<String> lines(Tally tally, Verdict verdict, int stored) {
        var lines = new ArrayList<String>();
        for (var fault : Fault.values()) {
            lines.add("%-13s %8d   %s".formatted(fault.label(), verdict.count(fault), fault.meaning()));
            verdict.examples(fault).forEach(example -> lines.add("              - " + example));
        }
        lines.add("");
        lines.add("%-13s %8d   messages, %d stored".formatted("acknowledged", tally.acked, stored));
        lines.add("%-13s %8d   message events".formatted("received", tally.received));
        lines.add("%-13s %8d   connections cut by us".formatted("cuts", tally.cuts));
        lines.add("%-13s %8d   kills of the deployment that hit sends in flight, %d of them".formatted("kills", tally.kills, tally.inFlightAtCloses));
        lines.add("%-13s %8d   p50 %d ms, p99 %d ms from the handshake to the end of sync".formatted("resumes", tally.reconnects,
                tally.resume(0.5).toMillis(), tally.resume(0.99).toMillis()));
        lines.add("%-13s %8d   p50 %d ms, p99 %d ms, all %d ms from the end of a connection, not by us, until up to date again".formatted("returns", tally.absences(),
                tally.absence(0.5).toMillis(), tally.absence(0.99).toMillis(), tally.absence(1).toMillis()));
        lines.add("%-13s %8d   noticed on a live connection and repaired by sync".formatted("gaps", tally.gaps));
        lines.add("%-13s %8d   answers `busy`, `rate_limited` or `internal`, tried again later".formatted("busy", tally.busy));
        lines.add("%-13s %8d   connections given up after 15 s without an answer".formatted("silent", tally.silences));
        lines.add("%-13s            %s".formatted("closed by", closes(tally)));
        return lines;
    }

    private static String closes(Tally tally) {
        return tally.closes.entrySet().stream().map(close -> switch (close.getKey()) {
            case 0 -> "no connection x " + close.getValue();
            case Connection.CUT -> "us x " + close.getValue();
            case Connection.SILENT -> "silence x " + close.getValue();
            default -> close.getKey() + " x " + close.getValue();
        }).collect(Collectors.joining(", "));
    }
}
