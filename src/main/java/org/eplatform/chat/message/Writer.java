package org.eplatform.chat.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.ErrorCode;

/// Writes every durable change of a conversation, for REST and socket alike, by group commit: while one batch of a lane commits, the next
/// gathers. A conversation always takes the same lane, so its changes are carried out in the order in which they came.
@ApplicationScoped
public class Writer {

    /// Lanes answer in time by themselves: a hanging database fails their batch, and with it all that waits behind.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final int AFTER_THE_CONNECTIONS = 2_000;

    private final List<Lane> lanes;
    private final SendLimit limit;
    private final WriteMeters meters;

    Writer(WriterConfig config, BatchTransaction transaction, Event<Committed> committed, SendLimit limit, WriteMeters meters, BatchSpans spans) {
        this.limit = limit;
        this.meters = meters;
        lanes = IntStream.range(0, config.lanes()).mapToObj(number -> new Lane(number, config, transaction::run, committed::fire, meters, spans::of)).toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(Lane::start);
    }

    /// What was taken before is still written. Whoever is connected has had their answers by then, and has gone.
    void drain(@Observes @Priority(AFTER_THE_CONNECTIONS) ShutdownDelayInitiatedEvent event) {
        lanes.forEach(Lane::stop);
    }

    /// The same where there is no such pause, as in tests.
    void stop(@Observes ShutdownEvent event) {
        lanes.forEach(Lane::stop);
    }

    /// Takes a change and returns at once. `asker` is the span in which it was asked for, or an invalid one. `whenDone` hears the outcome once, from the lane's
    /// thread, and must not wait there.
    public void submit(Write write, SpanContext asker, Consumer<Outcome> whenDone) {
        try {
            limit.take(write);
        } catch (RateLimited tooMuch) {
            refuse(write, tooMuch, whenDone);
            return;
        }
        var lane = lanes.get(Math.floorMod(write.conversation().hashCode(), lanes.size()));
        if (!lane.offer(write, asker, whenDone)) {
            refuse(write, busy(), whenDone);
        }
    }

    private void refuse(Write write, RuntimeException reason, Consumer<Outcome> whenDone) {
        var refused = new Outcome.Refused(reason);
        meters.told(write, refused);
        whenDone.accept(refused);
    }

    /// The same for a caller who can wait. A refusal is thrown.
    public Outcome write(Write write) {
        var outcome = new CompletableFuture<Outcome>();
        submit(write, Span.current().getSpanContext(), outcome::complete);
        try {
            return accepted(outcome.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var reason)) {
            throw reason;
        }
        return outcome;
    }

    static ChatException busy() {
        return new ChatException(ErrorCode.BUSY, "The service is busy. Try the same again later.");
    }
}
