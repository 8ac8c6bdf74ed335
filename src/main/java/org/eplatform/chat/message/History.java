package org.eplatform.chat.message;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eplatform.chat.conversation.Access;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.Position;

/// Reads what was said, a page at a time, in rising `seq`. Each page is a range scan of the primary key.
@ApplicationScoped
public class History {

    /// `hasOlder` and `hasNewer` say whether something stands before and after it.
    public record Page(List<MessageView> messages, boolean hasOlder, boolean hasNewer) {}

    public Page read(Access access, Position position, Limit limit) {
        return QuarkusTransaction.joiningExisting().call(() -> switch (position) {
            case Position.Newest() -> before(access, Long.MAX_VALUE, limit.value());
            case Position.Before(long seq) -> before(access, seq, limit.value());
            case Position.After(long seq) -> after(access, seq, limit.value());
            case Position.Around(long seq) -> around(access, seq, limit.value());
        });
    }

    private static Page before(Access access, long seq, int limit) {
        // One more than asked for tells whether the page is the last.
        List<Message> found = Message.<Message>find("conversationId = ?1 and seq < ?2 order by seq desc", access.conversation().value(), seq)
                .page(0, limit + 1).list();
        boolean hasOlder = found.size() > limit;
        var page = found.subList(0, Math.min(limit, found.size())).reversed().stream().map(Message::view).toList();
        return new Page(page, hasOlder, seq != Long.MAX_VALUE && stands(access, seq));
    }

    private static Page after(Access access, long seq, int limit) {
        List<Message> found = Message.<Message>find("conversationId = ?1 and seq > ?2 order by seq", access.conversation().value(), seq)
                .page(0, limit + 1).list();
        boolean hasNewer = found.size() > limit;
        var page = found.subList(0, Math.min(limit, found.size())).stream().map(Message::view).toList();
        return new Page(page, seq > 0 && (page.isEmpty() || page.getFirst().seq() > 1), hasNewer);
    }

    private static Page around(Access access, long seq, int limit) {
        var older = before(access, seq, limit / 2);
        var newer = after(access, seq - 1, limit - older.messages.size());
        var both = new ArrayList<>(older.messages);
        both.addAll(newer.messages);
        return new Page(List.copyOf(both), older.hasOlder, newer.hasNewer);
    }

    private static boolean stands(Access access, long seq) {
        return Message.count("conversationId = ?1 and seq >= ?2", access.conversation().value(), seq) > 0;
    }
}
