package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// What goes wrong on purpose, spread evenly over the messages of the run: cuts of connections, and kills of the deployment.
final class Trouble {

    private static final int LONG_ABSENCE_PERCENT = 10;
    private static final Duration AFTER_KILL = Duration.ofSeconds(1);

    private final Plan plan;
    private final List<Client> clients;
    private final Killer killer;
    private final Loop loop;
    private final Tally tally;
    private final Random random;
    private boolean killing;
    private int attempts;
    private int ackedAtKill;
    private int inFlightBefore;
    private String failure;

    Trouble(Plan plan, List<Client> clients, Killer killer, Loop loop, Tally tally) {
        this.plan = plan;
        this.clients = clients;
        this.killer = killer;
        this.loop = loop;
        this.tally = tally;
        this.random = new Random(plan.seed() ^ 0x7472_6f75_626c_65L);
    }

    void step() {
        while (tally.cuts < due(plan.cuts()) && cutSomebody()) {
            tally.cuts++;
        }
        if (!killing && tally.kills < due(plan.kills())) {
            kill();
        }
    }

    /// How many of these should have happened by now.
    int due(int total) {
        return (int) Math.min(total, (long) tally.acked * (total + 1) / plan.messages());
    }

    boolean isOver() {
        return tally.cuts >= plan.cuts() && tally.kills >= plan.kills() && !killing;
    }

    boolean isKilling() {
        return killing;
    }

    /// A slow kill has to find sends in flight, yet not a hundred thousand of them.
    boolean asksForPatience() {
        return plan.rate() == 0 && killing && tally.acked - ackedAtKill > plan.messages() / (2 * (plan.kills() + 1));
    }

    /// Why the run cannot go on, or null.
    String failure() {
        return failure;
    }

    private boolean cutSomebody() {
        var absence = random.nextInt(100) < LONG_ABSENCE_PERCENT ? Duration.ofMillis(200 + random.nextInt(1_300)) : Duration.ofMillis(random.nextInt(100));
        int first = random.nextInt(clients.size());
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get((first + i) % clients.size()).cut(absence)) {
                return true;
            }
        }
        return false;
    }

    private void kill() {
        killing = true;
        attempts++;
        ackedAtKill = tally.acked;
        inFlightBefore = tally.inFlightAtCloses;
        killer.kill(wrong -> {
            failure = wrong;
            loop.after(AFTER_KILL, this::killed);
        });
    }

    /// A kill that met no send in flight proves nothing and is repeated.
    private void killed() {
        killing = false;
        if (tally.inFlightAtCloses > inFlightBefore) {
            tally.kills++;
        } else if (failure == null && attempts > 2 * plan.kills() + 3) {
            failure = "the kill command does not cut connections with sends in flight: it ran " + attempts + " times, " + tally.kills + " of them did";
        }
    }
}
