package org.eplatform.chat.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The command `chat verify`.
public final class Verify {

    private static final int CLEAN = 0;
    private static final int FAULTY = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final int NOT_CARRIED_OUT = 3;
    private static final Duration PROGRESS = Duration.ofSeconds(2);

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;
    private final Tally tally = new Tally();

    private Verify(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /// Runs it and returns the exit code: 0 nothing was found, 1 faults, 2 wrong options, 3 the run could not be carried out.
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.println(Options.USAGE);
            return CLEAN;
        }
        try {
            return new Verify(Options.parse(arguments), out, err).writeDown();
        } catch (Options.Wrong wrong) {
            err.println("verify: " + wrong.getMessage());
            return WRONG_OPTIONS;
        }
    }

    private int writeDown() {
        if (options.history() == null) {
            return drive(_ -> { });
        }
        try (var file = new HistoryFile(options.history())) {
            return drive(file);
        } catch (IOException e) {
            err.println("verify: --history cannot be written: " + e);
            return WRONG_OPTIONS;
        }
    }

    private int drive(Consumer<Event> copy) {
        var plan = options.plan();
        out.printf("verify: %s, %d clients, %d conversations, %d messages, %d cuts, %d kills, seed %d%n", targets(), plan.clients(), plan.conversations(),
                plan.messages(), plan.cuts(), plan.kills(), plan.seed());
        var outcome = new CompletableFuture<Evidence>();
        try (var loop = new RealLoop(outcome::completeExceptionally); var deployment = new HttpDeployment(options.targets(), new Random(plan.seed()), options.tokenUrl(), loop)) {
            // Without a command no kill is planned.
            Killer killer = options.killCommand() == null ? then -> then.accept(null) : new KillCommand(options.killCommand(), loop);
            // The users of each run are its own, whatever the seed.
            var users = "verify-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
            var run = new Run(plan, users, deployment, loop, killer, new History(copy), tally, Outbox::new);
            loop.soon(() -> run.start().whenComplete((evidence, wrong) -> {
                if (wrong == null) {
                    outcome.complete(evidence);
                } else {
                    outcome.completeExceptionally(wrong);
                }
            }));
            loop.after(PROGRESS, () -> progress(loop, run));
            return conclude(outcome, deployment);
        }
    }

    private String targets() {
        return options.targets().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    private int conclude(CompletableFuture<Evidence> outcome, HttpDeployment deployment) {
        try {
            var evidence = outcome.join();
            out.println("verify: judging " + evidence.events().size() + " events");
            var verdict = HistoryChecker.judge(evidence);
            Report.lines(tally, verdict, evidence.stored().values().stream().mapToInt(List::size).sum()).forEach(out::println);
            return verdict.isClean() ? complete() : FAULTY;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Run.Impossible impossible) {
                err.println("verify: " + impossible.getMessage() + "; last failure: " + deployment.lastFailure());
            } else {
                e.getCause().printStackTrace(err);
            }
            return NOT_CARRIED_OUT;
        }
    }

    /// A run that ended early has found nothing, and proves less than was asked.
    private int complete() {
        var plan = options.plan();
        if (tally.acked >= plan.messages() && tally.cuts >= plan.cuts() && tally.kills >= plan.kills()) {
            out.println("verify: nothing lost");
            return CLEAN;
        }
        err.println("verify: ended early, since nothing was acknowledged any more");
        return NOT_CARRIED_OUT;
    }

    private void progress(Loop loop, Run run) {
        out.printf("%5d s  %-9s  %8d acked  %8d received  %5d cuts  %4d kills%n", loop.nanos() / 1_000_000_000, run.phase().name().toLowerCase(Locale.ROOT),
                tally.acked, tally.received, tally.cuts, tally.kills);
        loop.after(PROGRESS, () -> progress(loop, run));
    }
}
