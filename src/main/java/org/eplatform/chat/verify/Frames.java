package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/// The commands as they go over the socket, see `docs/protocol.md`.
final class Frames {

    private Frames() {}

    static ObjectNode command(Pending pending, String id, String epoch) {
        return switch (pending) {
            case Pending.Send(var sending) -> frame("message.send", id).put("conversationId", sending.key().conversation())
                    .put("clientId", sending.key().clientId()).put("body", sending.body());
            case Pending.Sync(var conversations, _) -> sync(frame("sync", id).put("epoch", epoch), conversations);
            case Pending.Mark(var conversation, var marks) -> frame("marker.set", id).put("conversationId", conversation)
                    .put("readSeq", marks.read()).put("deliveredSeq", marks.delivered());
            case Pending.Change(var revision) -> change(revision, id);
            case Pending.Ping() -> frame("ping", id);
        };
    }

    private static ObjectNode change(Revision revision, String id) {
        var frame = frame(revision.body() == null ? "message.delete" : "message.edit", id)
                .put("conversationId", revision.key().conversation()).put("messageId", revision.messageId());
        return revision.body() == null ? frame.put("scope", "all") : frame.put("body", revision.body());
    }

    private static ObjectNode sync(ObjectNode frame, Collection<Held> conversations) {
        var cursors = frame.putObject("cursors");
        conversations.forEach(held -> cursors.put(held.conversation, held.cursor));
        return frame;
    }

    private static ObjectNode frame(String type, String id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
    }
}
