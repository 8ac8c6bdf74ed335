package org.eplatform.chat.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.inbox.Inbox;
import org.eplatform.chat.message.Changes;
import org.eplatform.chat.message.Changes.Range;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.DurableEvent.ConversationChanged;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.UserId;

/// Tells one connection what it missed (`sync`). The connection gets live events since before its welcome, and what is read here begins at its cursors
/// and ends at a version that is read now: so nothing falls between.
@ApplicationScoped
@Startup
class Resume {

    /// Who is further behind pages anew: that is cheaper for both sides.
    private static final long MAX_BEHIND = 10_000;

    /// How many conversations that the client does not know are told at once; older ones are paged by REST.
    private static final int MAX_NEW = 500;
    /// Changed messages of one conversation that are read at once.
    private static final int PAGE = 200;

    /// How long a client may take to make room for the next frame.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final Inbox inbox;
    private final Changes changes;
    private final Epoch epoch;
    private final Frames frames;
    private final Answers answers;
    private final Counter completed;
    private final Counter voided;

    Resume(Conversations conversations, Inbox inbox, Changes changes, Epoch epoch, Frames frames, Answers answers, MeterRegistry metrics) {
        this.conversations = conversations;
        this.inbox = inbox;
        this.changes = changes;
        this.epoch = epoch;
        this.frames = frames;
        this.answers = answers;
        completed = resumes(metrics, Reply.Synced.Verdict.COMPLETE);
        voided = resumes(metrics, Reply.Synced.Verdict.RESET);
    }

    private static Counter resumes(MeterRegistry metrics, Reply.Synced.Verdict verdict) {
        return metrics.counter("chat.resumes", "verdict", verdict.wireName());
    }

    void from(Connection connection, UserId user, Command.Synchronise sync) {
        var reset = new ArrayList<ConversationId>();
        var ranges = ranges(user, sync, reset);
        if (tellNew(connection, user, sync) && tellMissed(connection, ranges)) {
            (reset.isEmpty() ? completed : voided).increment();
            answers.answer(connection, Reply.Synced.of(sync.id(), reset));
        }
    }

    /// What has to be read. Where reading on makes no sense the conversation is put into `reset`.
    private List<Range> ranges(UserId user, Command.Synchronise sync, List<ConversationId> reset) {
        boolean otherEpoch = sync.epoch() != null && !sync.epoch().equals(epoch.current());
        var mine = conversations.enter(user, sync.cursors().keySet());
        var ranges = new ArrayList<Range>();
        sync.cursors().forEach((conversation, cursor) -> {
            var entered = mine.get(conversation);
            // A cursor ahead of the conversation was gathered before a backup was restored.
            if (entered == null || otherEpoch || cursor > entered.version() || entered.version() - cursor > MAX_BEHIND) {
                reset.add(conversation);
            } else if (cursor < entered.version()) {
                ranges.add(new Range(entered.access(), cursor, entered.version()));
            }
        });
        return ranges;
    }

    private boolean tellNew(Connection connection, UserId user, Command.Synchronise sync) {
        return inbox.others(user, sync.cursors().keySet(), MAX_NEW).stream()
                .allMatch(view -> tell(connection, new ConversationChanged(view.id(), view.version(), view)));
    }

    private boolean tellMissed(Connection connection, List<Range> ranges) {
        for (var page = nextPage(ranges); !page.isEmpty(); page = nextPage(ranges)) {
            var read = changes.read(page, PAGE);
            if (!read.events().stream().allMatch(event -> tell(connection, event))) {
                return false;
            }
            var rest = new ArrayList<>(read.rest());
            rest.addAll(ranges.subList(page.size(), ranges.size()));
            ranges = rest;
        }
        return true;
    }

    /// As many conversations as fill one page, at least one.
    private static List<Range> nextPage(List<Range> ranges) {
        int count = 0;
        for (long length = 0; count < ranges.size() && (count == 0 || length + ranges.get(count).length() <= PAGE); count++) {
            length += ranges.get(count).length();
        }
        return ranges.subList(0, count);
    }

    private boolean tell(Connection connection, DurableEvent event) {
        return connection.deliverPatiently(frames.encode(event), PATIENCE);
    }
}
