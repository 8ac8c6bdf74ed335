package org.eplatform.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.Frame;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.protocol.UserView;
import org.eplatform.chat.protocol.WellFormed;

/// JSON text to command, frame to JSON text. The sealed types never stand in a signature that the framework reads, so a native build learns of them here.
@Singleton
@RegisterForReflection(targets = {
        Command.class, Command.SendMessage.class, Command.EditMessage.class, Command.DeleteMessage.class,
        Command.DeleteMessage.Scope.class, Command.Synchronise.class, Command.SetMarker.class, Command.SetTyping.class, Command.WatchPresence.class, Command.RenewToken.class, Command.Ping.class,
        Frame.class, Reply.class, Reply.Welcome.class, Reply.Limits.class, Reply.Stored.class, Reply.Changed.class,
        Reply.Synced.class, Reply.Synced.Verdict.class, Reply.Done.class, Reply.Renewed.class, Reply.Pong.class, Reply.Refused.class, Reply.Draining.class,
        DurableEvent.class, DurableEvent.MessageChanged.class, DurableEvent.MarkerMoved.class, DurableEvent.ConversationChanged.class,
        ConversationView.class, ConversationView.Kind.class, ConversationView.ParticipantView.class, ConversationView.Role.class, UserView.class,
        EphemeralEvent.class, EphemeralEvent.Typing.class, EphemeralEvent.Presence.class,
        MessageView.class, ErrorCode.class, RateLimit.class, UserId.class, ConversationId.class, MessageId.class, ClientId.class, MessageText.class, AccessToken.class})
class Frames {

    private final ObjectReader trees;
    private final ObjectReader commands;
    private final ObjectWriter frames;

    Frames(ObjectMapper mapper) {
        trees = mapper.readerFor(JsonNode.class);
        commands = mapper.readerFor(Command.class);
        // A writer for the sealed root: for a bare value Jackson would not look up its wire name.
        frames = mapper.writerFor(Frame.class);
    }

    sealed interface Decoded {

        record Ok(Command command) implements Decoded {}

        /// `id` is the command's own, when that much could be read.
        record Bad(String id, Refusal refusal) implements Decoded {}
    }

    Decoded decode(String text) {
        // Only an escape brings in what UTF-8 cannot carry: without one, the plain way suffices for what is right. What is wrong is looked at again.
        if (text.startsWith("{") && !text.contains("\\u")) {
            try {
                return new Decoded.Ok(commands.readValue(text));
            } catch (JsonProcessingException wrong) {
                return decodeWithCare(text);
            }
        }
        return decodeWithCare(text);
    }

    private Decoded decodeWithCare(String text) {
        String id = null;
        try {
            JsonNode tree = trees.readTree(text);
            if (!tree.isObject()) {
                return new Decoded.Bad(null, new Refusal(ErrorCode.MALFORMED_JSON, "The text is not one well-formed JSON object."));
            }
            id = readableId(tree);
            if (!isWellFormed(tree)) {
                return new Decoded.Bad(id, new Refusal(ErrorCode.INVALID_TEXT, "No text or name may contain U+0000 or a lone surrogate."));
            }
            return new Decoded.Ok(commands.readValue(tree));
        } catch (JsonProcessingException e) {
            return new Decoded.Bad(id, Refusal.of(e));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The `traceparent` of a command's frame (W3C Trace Context), as it was sent; null when there is none. It is beside the command: only who traces reads it.
    String traceparent(String text) {
        if (!text.contains("\"traceparent\"")) {
            return null;
        }
        try {
            return trees.<JsonNode>readValue(text).path("traceparent").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    String encode(Frame frame) {
        try {
            return frames.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame of ours cannot be written", e);
        }
    }

    private static String readableId(JsonNode tree) {
        var id = tree.path("id").textValue();
        return id != null && !id.isEmpty() && id.length() <= 64 && WellFormed.test(id) ? id : null;
    }

    /// Escapes bring in what UTF-8 cannot carry, in fields that nobody reads too.
    private static boolean isWellFormed(JsonNode node) {
        return (!node.isTextual() || WellFormed.test(node.textValue()))
                && node.propertyStream().allMatch(field -> WellFormed.test(field.getKey()))
                && node.valueStream().allMatch(Frames::isWellFormed);
    }
}
