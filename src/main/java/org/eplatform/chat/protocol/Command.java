package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a client may say on the socket. One JSON example of each is in `src/test/resources/protocol/command/`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Command.SendMessage.class, name = "message.send"),
        @JsonSubTypes.Type(value = Command.EditMessage.class, name = "message.edit"),
        @JsonSubTypes.Type(value = Command.DeleteMessage.class, name = "message.delete"),
        @JsonSubTypes.Type(value = Command.SetMarker.class, name = "marker.set"),
        @JsonSubTypes.Type(value = Command.SetTyping.class, name = "typing"),
        @JsonSubTypes.Type(value = Command.WatchPresence.class, name = "presence.watch"),
        @JsonSubTypes.Type(value = Command.Synchronise.class, name = "sync"),
        @JsonSubTypes.Type(value = Command.RenewToken.class, name = "token.renew"),
        @JsonSubTypes.Type(value = Command.Ping.class, name = "ping")})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Command {

    /// How many people one connection may watch.
    int MAX_WATCHED = 200;

    /// How many conversations one `sync` may name. A client with more names the most recent ones; the others it pages anew.
    int MAX_CURSORS = 1_000;

    /// The client's own name for this command, 1 to 64 characters; its answer repeats it. May be null where the table of `docs/protocol.md` says so.
    String id();

    /// Store a message; answered with [Reply.Stored] after COMMIT.
    record SendMessage(String id, ConversationId conversationId, ClientId clientId, MessageText body, MessageId replyTo) implements Command {
        public SendMessage {
            checkId(InvalidField.required("id", id));
            InvalidField.required("conversationId", conversationId);
            InvalidField.required("clientId", clientId);
            InvalidField.required("body", body);
        }
    }

    /// Replace the text of a message of one's own; answered with [Reply.Changed] after COMMIT.
    record EditMessage(String id, ConversationId conversationId, MessageId messageId, MessageText body) implements Command {
        public EditMessage {
            checkId(InvalidField.required("id", id));
            InvalidField.required("conversationId", conversationId);
            InvalidField.required("messageId", messageId);
            InvalidField.required("body", body);
        }
    }

    /// Take back a message of one's own: its text goes, its place stays. Answered with [Reply.Changed] after COMMIT.
    record DeleteMessage(String id, ConversationId conversationId, MessageId messageId, Scope scope) implements Command {

        /// For whom it is deleted.
        public enum Scope {
            ALL;

            @JsonValue
            public String wireName() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        public DeleteMessage {
            checkId(InvalidField.required("id", id));
            InvalidField.required("conversationId", conversationId);
            InvalidField.required("messageId", messageId);
            InvalidField.required("scope", scope);
        }
    }

    /// Say up to which `seq` the caller has read or received. Markers only rise: a lower one changes nothing.
    record SetMarker(String id, ConversationId conversationId, Long readSeq, Long deliveredSeq) implements Command {
        public SetMarker {
            checkId(id);
            InvalidField.required("conversationId", conversationId);
            if (readSeq == null && deliveredSeq == null) {
                throw InvalidField.invalid("readSeq or deliveredSeq is missing");
            }
            checkSeq("readSeq", readSeq);
            checkSeq("deliveredSeq", deliveredSeq);
        }
    }

    /// Tell the others that the caller is, or is no longer, writing.
    record SetTyping(String id, ConversationId conversationId, Boolean active) implements Command {
        public SetTyping {
            checkId(id);
            InvalidField.required("conversationId", conversationId);
            InvalidField.required("active", active);
        }
    }

    /// Follow the presence of these people, at most [#MAX_WATCHED]; replaces the list given before.
    record WatchPresence(String id, List<UserId> userIds) implements Command {
        public WatchPresence {
            checkId(id);
            if (InvalidField.required("userIds", userIds).size() > MAX_WATCHED) {
                throw InvalidField.invalid("userIds may have at most " + MAX_WATCHED + " entries");
            }
            userIds.forEach(user -> InvalidField.required("userIds entry", user));
            userIds = List.copyOf(userIds);
        }
    }

    /// Tell what changed since: for each conversation the caller's cursor, the `version` of the last change it has applied. `epoch` is the one of the
    /// `welcome` under which the cursors were gathered; cursors of another one are void. Answered with the changes, then [Reply.Synced].
    record Synchronise(String id, UUID epoch, Map<ConversationId, Long> cursors) implements Command {
        public Synchronise {
            checkId(InvalidField.required("id", id));
            if (InvalidField.required("cursors", cursors).size() > MAX_CURSORS) {
                throw InvalidField.invalid("cursors may have at most " + MAX_CURSORS + " entries");
            }
            cursors.values().forEach(cursor -> checkSeq("a cursor", InvalidField.required("a cursor", cursor)));
            cursors = Map.copyOf(cursors);
        }
    }

    /// Go on under a new token of the same person, when the present one is about to expire. Answered with [Reply.Renewed].
    record RenewToken(String id, AccessToken token) implements Command {
        public RenewToken {
            checkId(InvalidField.required("id", id));
            InvalidField.required("token", token);
        }
    }

    /// Is anybody there? Answered with [Reply.Pong].
    record Ping(String id) implements Command {
        public Ping {
            checkId(id);
        }
    }

    private static void checkId(String id) {
        if (id != null && (id.isEmpty() || id.length() > 64 || !WellFormed.test(id))) {
            throw InvalidField.invalid("id must be 1 to 64 characters");
        }
    }

    private static void checkSeq(String name, Long seq) {
        if (seq != null && seq < 0) {
            throw InvalidField.invalid(name + " must be 0 or more");
        }
    }
}
