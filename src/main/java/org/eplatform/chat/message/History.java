package org.eplatform.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eplatform.chat.conversation.Access;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.Position;

/// Reads what was said, a page at a time, in rising `seq`. However long the past is, a page costs one query that walks the primary key from its place in
/// both directions, as far as the page goes and one further.
@ApplicationScoped
public class History {

    static final String PAGE = """
            (select %1$s from message m where conversation_id = ? and seq < ? order by seq desc limit ?)
            union all
            (select %1$s from message m where conversation_id = ? and seq >= ? order by seq limit ?)""".formatted(MessageRow.COLUMNS);

    private final Queries queries;

    History(Queries queries) {
        this.queries = queries;
    }

    /// `hasOlder` and `hasNewer` say whether something stands before and after it.
    public record Page(List<MessageView> messages, boolean hasOlder, boolean hasNewer) {}

    /// What stands on both sides of a place, each nearest first.
    private record Sides(List<MessageView> older, List<MessageView> newer) {

        /// As many as this of each. One message that was read and is not shown tells that there are more.
        Page page(int ofOlder, int ofNewer) {
            var messages = Stream.concat(older.stream().limit(ofOlder).toList().reversed().stream(), newer.stream().limit(ofNewer)).toList();
            return new Page(messages, older.size() > ofOlder, newer.size() > ofNewer);
        }
    }

    public Page read(Access access, Position position, Limit limit) {
        int all = limit.value();
        return switch (position) {
            case Position.Newest() -> sides(access, Long.MAX_VALUE, all + 1, 0).page(all, 0);
            case Position.Before(long seq) -> sides(access, seq, all + 1, 1).page(all, 0);
            case Position.After(long seq) -> sides(access, seq + 1, 1, all + 1).page(0, all);
            case Position.Around(long seq) -> {
                var sides = sides(access, seq, all / 2 + 1, all + 1);
                int ofOlder = Math.min(all / 2, sides.older.size());
                yield sides.page(ofOlder, all - ofOlder);
            }
        };
    }

    private Sides sides(Access access, long place, int older, int newer) {
        var messages = queries.each(PAGE, statement -> {
            statement.setObject(1, access.conversation().value());
            statement.setLong(2, place);
            statement.setInt(3, older);
            statement.setObject(4, access.conversation().value());
            statement.setLong(5, place);
            statement.setInt(6, newer);
        }, row -> MessageRow.view(row, 1));
        return new Sides(messages.stream().filter(message -> message.seq() < place).toList(), messages.stream().filter(message -> message.seq() >= place).toList());
    }
}
