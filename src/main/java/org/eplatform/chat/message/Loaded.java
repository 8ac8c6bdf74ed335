package org.eplatform.chat.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;

/// What a batch has to know of the database before it decides: the locked conversations, and those messages that its writes speak of.
final class Loaded {

    private record Name(ConversationId conversation, UserId sender, ClientId clientId) {}

    private record Place(ConversationId conversation, MessageId message) {}

    final Map<ConversationId, Locked> conversations = new HashMap<>();
    /// The database's clock after the locks were had: in each conversation it rises with `seq`.
    final Instant now;
    private final Map<Name, MessageId> byName = new HashMap<>();
    private final Map<Place, MessageView> byId = new HashMap<>();

    Loaded(Instant now) {
        this.now = now;
    }

    void keep(MessageView message) {
        byName.put(new Name(message.conversationId(), message.senderId(), message.clientId()), message.id());
        byId.put(new Place(message.conversationId(), message.id()), message);
    }

    /// Null when there is none.
    MessageView message(ConversationId conversation, MessageId id) {
        return byId.get(new Place(conversation, id));
    }

    /// What this sender has stored under this client id; null when nothing.
    MessageView stored(Write.Send send) {
        var id = byName.get(new Name(send.conversation(), send.author(), send.clientId()));
        return id == null ? null : message(send.conversation(), id);
    }
}
