package org.eplatform.chat.message;

import io.opentelemetry.api.trace.SpanContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ErrorCode;
import org.jboss.logging.Logger;

/// One line of writes with one batch in flight. What a batch became is told in one [Burst]. It has a thread of its own, asleep while there is nothing to write.
final class Lane implements Runnable {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final int MAX_BATCH_BYTES = 256 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MAX_DOUBTFUL = 10_000;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(6);

    /// Carries out one batch, all or nothing. What it returns is committed; `again` when some of it may have been committed before.
    interface Transaction {

        Done run(List<Write> writes, boolean again) throws SQLException;
    }

    /// One outcome for each write, in their order, and what everybody else is to know.
    record Done(List<Outcome> outcomes, List<Committed> news) {}

    /// `asker` is the span in which the write was asked for.
    record Waiting(Write write, SpanContext asker, Consumer<Outcome> whenDone) {}

    /// What was written is written: one listener's failure must not keep the others from hearing.
    private static void guard(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("Somebody could not be told what became of a write", e);
        }
    }

    private final BlockingQueue<Waiting> queue;
    private final Transaction transaction;
    private final Consumer<Committed> tell;
    private final WriteMeters meters;
    private final Function<List<Waiting>, BatchSpans.BatchSpan> spans;
    private final int batchSize;
    private final Duration gathering;
    private final Duration patience;
    private final Thread thread;
    private final Set<ConversationId> doubtful = new HashSet<>();
    private boolean busy;
    private volatile boolean stopping;

    Lane(int number, WriterConfig config, Transaction transaction, Consumer<Committed> tell, WriteMeters meters,
            Function<List<Waiting>, BatchSpans.BatchSpan> spans) {
        this.transaction = transaction;
        this.tell = tell;
        this.meters = meters;
        this.spans = spans;
        queue = new ArrayBlockingQueue<>(config.laneCapacity());
        batchSize = config.batchSize();
        gathering = config.gathering();
        patience = config.patience();
        thread = Thread.ofPlatform().name("chat-lane-" + number).daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// False when too much waits already, or it stops.
    boolean offer(Write write, SpanContext asker, Consumer<Outcome> whenDone) {
        if (stopping) {
            return false;
        }
        boolean taken = queue.offer(new Waiting(write, asker, whenDone));
        if (!taken) {
            meters.full();
        }
        return taken;
    }

    @Override
    public void run() {
        while (!(stopping && queue.isEmpty())) {
            try {
                var batch = next();
                if (!batch.isEmpty()) {
                    carryOut(batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("A lane stumbled over its batch and goes on with the next", e);
            }
        }
    }

    /// Everything that waits, as far as one transaction should go. After a batch of many there are more on their way, and a short wait for them spares
    /// transactions; after a single one nobody waits.
    private List<Waiting> next() throws InterruptedException {
        if (busy && queue.size() < batchSize) {
            LockSupport.parkNanos(gathering.toNanos());
        }
        var batch = new ArrayList<Waiting>();
        var one = queue.poll(1, TimeUnit.SECONDS);
        for (int bytes = 0; one != null; one = batch.size() < batchSize && bytes < MAX_BATCH_BYTES ? queue.poll() : null) {
            batch.add(one);
            bytes += one.write.size();
        }
        busy = batch.size() > 1;
        return batch;
    }

    private void carryOut(List<Waiting> batch) {
        try (var span = spans.apply(batch)) {
            var done = untilKnown(batch.stream().map(Waiting::write).toList());
            long committed = System.nanoTime();
            span.committed();
            Burst.of(() -> tell(batch, done));
            meters.delivered(committed, System.nanoTime());
        } catch (SQLException | RuntimeException e) {
            failed(batch, e);
        }
    }

    private void tell(List<Waiting> batch, Done done) {
        done.news.forEach(one -> guard(() -> tell.accept(one)));
        for (int i = 0; i < batch.size(); i++) {
            done(batch.get(i), done.outcomes.get(i));
        }
    }

    private void done(Waiting one, Outcome outcome) {
        meters.told(one.write, outcome);
        guard(() -> one.whenDone.accept(outcome));
    }

    /// A failed COMMIT may have happened all the same, so the batch is run again until the database says which: whoever sent it cannot tell either.
    private Done untilKnown(List<Write> writes) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (boolean again = writes.stream().anyMatch(write -> doubtful.contains(write.conversation())); ; again = true) {
            try {
                long began = System.nanoTime();
                var done = transaction.run(writes, again);
                meters.committed(writes.size(), began, System.nanoTime());
                return done;
            } catch (SQLException e) {
                if (!isPassing(e) || System.nanoTime() + PAUSE.toNanos() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void failed(List<Waiting> batch, Exception failure) {
        if (isPassing(failure)) {
            LOG.warnf("The database did not answer: %d writes and all that wait behind them are answered busy: %s", batch.size(), failure.getMessage());
            doubt(batch);
            var refused = new ArrayList<>(batch);
            queue.drainTo(refused);
            refuse(refused);
        } else if (batch.size() > 1) {
            // One of them is poison: alone, it fails alone.
            batch.forEach(one -> carryOut(List.of(one)));
        } else {
            done(batch.getFirst(), new Outcome.Refused(failure instanceof RuntimeException known ? known : new IllegalStateException("A write failed", failure)));
        }
    }

    /// Whether this batch was committed will never be known here: who sends the same again finds out, and then the others have to be told.
    private void doubt(List<Waiting> batch) {
        if (doubtful.size() > MAX_DOUBTFUL) {
            doubtful.clear();
        }
        batch.forEach(one -> doubtful.add(one.write.conversation()));
    }

    private void refuse(List<Waiting> batch) {
        batch.forEach(one -> done(one, new Outcome.Refused(Writer.busy())));
    }

    private static boolean isPassing(Exception failure) {
        return Refusal.of(failure).code() == ErrorCode.BUSY;
    }
}
