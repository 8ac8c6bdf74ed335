package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is counted while a run goes on.
final class Tally {

    int acked;
    int received;
    int cuts;
    int kills;
    /// Sends that were in flight on connections which the other side, or the way to it, ended.
    int inFlightAtCloses;
    int reconnects;
    int gaps;
    int busy;
    int silences;
    final Map<Integer, Integer> closes = new TreeMap<>();
    private final List<Duration> resumes = new ArrayList<>();

    void resumed(Duration took) {
        reconnects++;
        resumes.add(took);
    }

    void closed(int code, int inFlight) {
        closes.merge(code, 1, Integer::sum);
        inFlightAtCloses += code == Connection.CUT || code == Connection.SILENT ? 0 : inFlight;
    }

    /// How long it took from the handshake to the end of `sync`, for this share of the resumes. Zero without any.
    Duration resume(double share) {
        var sorted = resumes.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
