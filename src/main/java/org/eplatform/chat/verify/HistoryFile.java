package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The history as JSON lines, for whoever wants to look into a failure.
final class HistoryFile implements Consumer<Event>, AutoCloseable {

    private final BufferedWriter writer;

    HistoryFile(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
    }

    @Override
    public void accept(Event event) {
        try {
            writer.write(line(event).toString());
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /// Written by hand: records would need reflection, which a native executable has only for what is named to it.
    static ObjectNode line(Event event) {
        var line = JsonNodeFactory.instance.objectNode().put("at", event.at()).put("client", event.client());
        return switch (event) {
            case Event.Invoke e -> key(line.put("event", "invoke"), e.key()).put("hash", e.hash());
            case Event.Ok e -> key(line.put("event", "ok"), e.key()).put("messageId", e.messageId()).put("seq", e.seq()).put("version", e.version());
            case Event.Fail e -> key(line.put("event", "fail"), e.key()).put("code", e.code());
            case Event.Busy e -> key(line.put("event", "busy"), e.key());
            case Event.Info e -> key(line.put("event", "info"), e.key());
            case Event.Revise e -> key(line.put("event", "revise"), e.key()).put("hash", e.hash());
            case Event.Revised e -> key(line.put("event", "revised"), e.key());
            case Event.Receive e -> key(line.put("event", "recv").put("connection", e.connection()).put("via", e.via().name()).put("cursor", e.cursor()),
                    e.message().key()).put("version", e.version()).put("messageId", e.message().id()).put("seq", e.message().seq()).put("hash", e.message().hash())
                    .put("deleted", e.message().deleted());
            case Event.Marker e -> marks(line.put("event", "marker").put("connection", e.connection()).put("via", e.via().name()).put("cursor", e.cursor())
                    .put("conversation", e.conversation()).put("version", e.version()).put("user", e.user()), e.marks());
            case Event.Marked e -> marks(line.put("event", "marked").put("conversation", e.conversation()), e.marks());
            case Event.Live e -> line.put("event", "live").put("connection", e.connection()).put("conversation", e.conversation()).put("cursor", e.cursor());
            case Event.Close e -> line.put("event", "close").put("connection", e.connection()).put("code", e.code());
        };
    }

    private static ObjectNode key(ObjectNode line, Message.Key key) {
        return line.put("conversation", key.conversation()).put("sender", key.sender()).put("clientId", key.clientId());
    }

    private static ObjectNode marks(ObjectNode line, Event.Marks marks) {
        return line.put("read", marks.read()).put("delivered", marks.delivered());
    }
}
