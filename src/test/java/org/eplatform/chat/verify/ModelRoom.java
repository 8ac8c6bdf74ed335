package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One conversation of the model: what its database holds of it.
final class ModelRoom {

    final String id;
    final List<String> people;
    final List<Row> rows = new ArrayList<>();
    final Map<String, Mark> marks = new LinkedHashMap<>();
    long lastSeq;
    long version;
    /// Commits of one conversation are one after the other.
    long lockedUntil;

    ModelRoom(String id, List<String> people) {
        this.id = id;
        this.people = people;
        people.forEach(user -> marks.put(user, new Mark(user)));
    }

    static final class Row {
        String id;
        long seq;
        long version;
        long firstVersion;
        String sender;
        String clientId;
        String body;
        boolean deleted;
    }

    static final class Mark {
        final String user;
        long read;
        long delivered;
        long version;

        Mark(String user) {
            this.user = user;
        }
    }

    Row find(String sender, String clientId) {
        return rows.stream().filter(row -> row.sender.equals(sender) && row.clientId.equals(clientId)).findFirst().orElse(null);
    }

    Row find(String messageId) {
        return rows.stream().filter(row -> row.id.equals(messageId)).findFirst().orElse(null);
    }

    Row append(String sender, String clientId, String body, long seq, long rowVersion) {
        var row = new Row();
        row.id = id + "/" + seq + "/" + rowVersion;
        row.seq = seq;
        row.version = rowVersion;
        row.firstVersion = rowVersion;
        row.sender = sender;
        row.clientId = clientId;
        row.body = body;
        rows.add(row);
        rows.sort(Comparator.comparingLong(each -> each.seq));
        return row;
    }

    /// What has changed since, oldest change first.
    List<ObjectNode> after(long cursor, boolean withEdits) {
        record Changed(long version, ObjectNode event) {}
        return Stream.concat(
                rows.stream().filter(row -> row.version > cursor && (withEdits || row.firstVersion > cursor)).map(row -> new Changed(row.version, event(row))),
                marks.values().stream().filter(mark -> mark.version > cursor).map(mark -> new Changed(mark.version, event(mark))))
                .sorted(Comparator.comparingLong(Changed::version)).map(Changed::event).toList();
    }

    ObjectNode event(Row row) {
        var event = object().put("type", "message").put("conversationId", id).put("version", row.version);
        event.set("message", view(row));
        return event;
    }

    ObjectNode event(Mark mark) {
        return object().put("type", "marker").put("conversationId", id).put("version", mark.version).put("userId", mark.user).put("readSeq", mark.read)
                .put("deliveredSeq", mark.delivered);
    }

    ObjectNode event() {
        var event = object().put("type", "conversation").put("conversationId", id).put("version", version);
        event.set("conversation", view());
        return event;
    }

    ObjectNode view() {
        var view = object().put("id", id).put("version", version).put("lastSeq", lastSeq);
        var participants = view.putArray("participants");
        marks.values().forEach(mark -> participants.addObject().put("readSeq", mark.read).put("deliveredSeq", mark.delivered).putObject("user").put("id", mark.user));
        return view;
    }

    ObjectNode page(long after, int limit) {
        var page = object();
        page.set("conversation", view());
        var messages = page.putArray("messages");
        var found = rows.stream().filter(row -> row.seq > after).toList();
        found.stream().limit(limit).forEach(row -> messages.add(view(row)));
        return page.put("hasNewer", found.size() > limit);
    }

    private ObjectNode view(Row row) {
        var view = object().put("id", row.id).put("conversationId", id).put("seq", row.seq).put("version", row.version).put("senderId", row.sender)
                .put("clientId", row.clientId).put("body", row.deleted ? "" : row.body);
        return row.deleted ? view.put("deletedAt", "then") : view;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
