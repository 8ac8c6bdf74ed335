package org.eplatform.chat.relay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.UserId;

/// What one replica tells another. On its way it is JSON; an older replica passes over a type that it does not know.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = News.Changed.class, name = "changed"),
        @JsonSubTypes.Type(value = News.Added.class, name = "added"),
        @JsonSubTypes.Type(value = News.Writing.class, name = "writing"),
        @JsonSubTypes.Type(value = News.Moving.class, name = "moving"),
        @JsonSubTypes.Type(value = News.Ended.class, name = "ended")})
public sealed interface News {

    /// A conversation was changed. Lost, it is found in the table of moves.
    record Changed(Committed change) implements News {}

    /// Somebody is in a conversation that they were not in before. Lost, they see it when they come back or something is said in it.
    record Added(UserId user, ConversationView conversation) implements News {}

    /// For every connection of these people.
    record Writing(Set<UserId> readers, EphemeralEvent.Typing event) implements News {}

    /// For every connection that watches who came or went.
    record Moving(EphemeralEvent.Presence event) implements News {}

    /// Somebody's session was ended. The table of those says whose.
    record Ended() implements News {}
}
