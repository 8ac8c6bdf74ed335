package org.eplatform.chat.message;

import jakarta.inject.Singleton;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.Limits.Claim;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;

/// How much one person may write, in all and in one conversation. What everybody has to read counts; deletions and markers do not: each comes to an end by itself.
@Singleton
class SendLimit {

    private final Limits limits;

    SendLimit(Limits limits) {
        this.limits = limits;
    }

    private record Place(UserId author, ConversationId conversation) {}

    /// Throws [org.eplatform.chat.limit.RateLimited] when it is too much.
    void take(Write write) {
        switch (write) {
            // The author first: who has nothing left cannot make us remember conversations that they invent.
            case Write.Send _, Write.Edit _ -> limits.take(new Claim(RateLimit.SENDS, write.author()),
                    new Claim(RateLimit.SENDS_TO_CONVERSATION, new Place(write.author(), write.conversation())));
            case Write.Delete _, Write.Mark _ -> { }
        }
    }
}
