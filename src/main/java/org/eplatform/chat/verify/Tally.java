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
    private final List<Duration> absences = new ArrayList<>();

    void resumed(Duration took) {
        reconnects++;
        resumes.add(took);
    }

    void wasAway(Duration time) {
        absences.add(time);
    }

    void closed(int code, int inFlight) {
        closes.merge(code, 1, Integer::sum);
        inFlightAtCloses += code == Connection.CUT || code == Connection.SILENT ? 0 : inFlight;
    }

    /// How long it took from the handshake to the end of `sync`, for this share of the resumes. Zero without any.
    Duration resume(double share) {
        return share(resumes, share);
    }

    /// How long it took from the end of a connection that was not of our making until the client was up to date again, for this share of them.
    Duration absence(double share) {
        return share(absences, share);
    }

    int absences() {
        return absences.size();
    }

    private static Duration share(List<Duration> durations, double share) {
        var sorted = durations.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
