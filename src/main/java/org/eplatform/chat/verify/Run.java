package org.eplatform.chat.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// One run from the first connection to the evidence.
final class Run {

    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(60);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(60);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(10);

    private final Plan plan;
    private final Deployment deployment;
    private final Loop loop;
    private final Tally tally;
    private final History history;
    private final List<Client> clients = new ArrayList<>();
    private final List<Client> talkers;
    private final List<Couple> couples = new ArrayList<>();
    private final List<Couple> late;
    private final List<Reading> readings = new ArrayList<>();
    private final Trouble trouble;
    private final Random random;
    private final CompletableFuture<Evidence> evidence = new CompletableFuture<>();
    private Phase phase = Phase.REACHING;
    private long phaseBegan;
    private int lateBegun;
    private int ackedBefore;
    private long ackedAt;
    private int ackedWhenRead;

    enum Phase { REACHING, STARTING, TALKING, SETTLING, READING, COMPARING }

    /// The run could not be carried out: that is no verdict.
    static final class Impossible extends RuntimeException {
        Impossible(String why) {
            super(why);
        }
    }

    Run(Plan plan, String users, Deployment deployment, Loop loop, Killer killer, History history, Tally tally, Supplier<Outbox> outboxes) {
        this.plan = plan;
        this.deployment = deployment;
        this.loop = loop;
        this.history = history;
        this.tally = tally;
        this.random = new Random(plan.seed());
        var pace = new Pace(plan.rate(), loop);
        for (int i = 0; i < plan.clients(); i++) {
            clients.add(new Client(users + "-" + i, deployment, loop, random.nextLong(), outboxes.get(), pace, plan.inFlight(), history, tally));
        }
        this.talkers = new ArrayList<>(clients);
        pair();
        this.late = List.copyOf(couples.subList(plan.conversations() - plan.lateConversations(), plan.conversations()));
        this.trouble = new Trouble(plan, clients, killer, loop, tally);
    }

    /// Starts it. What comes out ends exceptionally with [Impossible] when there is nothing to judge.
    CompletableFuture<Evidence> start() {
        clients.forEach(Client::start);
        loop.soon(this::step);
        return evidence;
    }

    Phase phase() {
        return phase;
    }

    /// Any two clients have one conversation at most. Neighbours first, then those further apart, so that everybody has about as many.
    private void pair() {
        var pairs = new ArrayList<Couple>();
        int count = clients.size();
        for (int distance = 1; distance <= count / 2 && pairs.size() < plan.conversations(); distance++) {
            // In a ring of even size everybody has one opposite, not two.
            int starts = 2 * distance == count ? distance : count;
            for (int i = 0; i < starts; i++) {
                pairs.add(new Couple(clients.get(i), clients.get((i + distance) % count)));
            }
        }
        couples.addAll(pairs.subList(0, plan.conversations()));
        Collections.shuffle(couples, random);
    }

    private void step() {
        if (evidence.isDone()) {
            return;
        }
        if (loop.nanos() > plan.timeLimit().toNanos()) {
            fail("the time limit of " + plan.timeLimit().toSeconds() + " s came while " + phase.name().toLowerCase(java.util.Locale.ROOT));
            return;
        }
        if (tally.acked > ackedBefore || trouble.isKilling()) {
            ackedBefore = tally.acked;
            ackedAt = loop.nanos();
        }
        advance();
        loop.after(STEP, this::step);
    }

    private void advance() {
        switch (phase) {
            case REACHING -> {
                if (clients.stream().allMatch(Client::isUpToDate)) {
                    couples.stream().filter(couple -> !late.contains(couple)).forEach(couple -> couple.begin(deployment, loop));
                    enter(Phase.STARTING);
                } else if (isOverdue(REACHABLE_WITHIN)) {
                    fail("the deployment was never reachable for all clients: " + clients.stream().filter(Client::isUpToDate).count() + " of " + clients.size()
                            + " came through to the end of sync");
                }
            }
            case STARTING -> {
                if (couples.stream().allMatch(couple -> late.contains(couple) || couple.conversation() != null)) {
                    enter(Phase.TALKING);
                }
            }
            case TALKING -> talk();
            case SETTLING -> {
                if (clients.stream().allMatch(Client::isSettled) || isStalled()) {
                    ackedWhenRead = tally.acked;
                    couples.removeIf(couple -> couple.conversation() == null);
                    for (var couple : couples) {
                        Reading.take(couple.first, couple.conversation(), deployment, loop, readings::add);
                        Reading.take(couple.second, couple.conversation(), deployment, loop, readings::add);
                    }
                    enter(Phase.READING);
                }
            }
            case READING -> {
                if (tally.acked > ackedWhenRead) {
                    fail("messages were still being acknowledged while the history was read back, after a minute without any");
                } else if (readings.size() == 2 * couples.size()) {
                    enter(Phase.COMPARING);
                }
            }
            case COMPARING -> {
                if (readings.stream().allMatch(this::hasArrived) || isOverdue(DELIVERED_WITHIN)) {
                    evidence.complete(Evidence.of(history, clients, readings));
                }
            }
        }
    }

    private void talk() {
        while (lateBegun < trouble.due(late.size())) {
            late.get(lateBegun++).beginWhileAway(deployment, loop);
        }
        trouble.step();
        if (trouble.failure() != null) {
            fail(trouble.failure());
            return;
        }
        boolean over = tally.acked >= plan.messages() && trouble.isOver() && couples.stream().allMatch(couple -> couple.conversation() != null)
                && clients.stream().noneMatch(client -> client.sending.speech.owes());
        boolean patient = trouble.asksForPatience();
        // Somebody else is the first each time: not all may have their turn.
        Collections.rotate(talkers, 1);
        for (var client : talkers) {
            client.sending.talk(!over && !patient);
            if (patient && random.nextInt(20) == 0) {
                client.sending.say(1);
            }
        }
        if (over || isStalled()) {
            clients.forEach(client -> client.conversations.quiet());
            enter(Phase.SETTLING);
        }
    }

    private boolean hasArrived(Reading reading) {
        return clients.stream().filter(client -> client.name.equals(reading.client())).flatMap(client -> client.conversations.all().stream())
                .anyMatch(held -> held.conversation.equals(reading.conversation()) && held.cursor >= reading.version());
    }

    private void enter(Phase next) {
        phase = next;
        phaseBegan = loop.nanos();
    }

    private boolean isOverdue(Duration limit) {
        return loop.nanos() - phaseBegan > limit.toNanos();
    }

    /// Nothing is acknowledged any more, though nobody was killed: whoever waits for an answer says nothing new, so judge what there is.
    private boolean isStalled() {
        return loop.nanos() - Math.max(ackedAt, phaseBegan) > STALLED_AFTER.toNanos();
    }

    private void fail(String why) {
        evidence.completeExceptionally(new Impossible(why));
    }
}
