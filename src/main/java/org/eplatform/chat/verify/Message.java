package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;

/// The state of one message at one version, with a hash in place of its text.
record Message(String id, String conversation, long seq, long version, String sender, String clientId, String hash, boolean deleted) {

    static Message of(JsonNode view) {
        return new Message(view.path("id").asText(), view.path("conversationId").asText(), view.path("seq").asLong(), view.path("version").asLong(),
                view.path("senderId").asText(), view.path("clientId").asText(), Hash.of(view.path("body").asText()), view.has("deletedAt"));
    }

    /// What is unique for ever.
    Key key() {
        return new Key(conversation, sender, clientId);
    }

    record Key(String conversation, String sender, String clientId) {}

    /// The same to a reader: a deleted message has no text to compare.
    boolean looksLike(Message other) {
        return id.equals(other.id) && seq == other.seq && deleted == other.deleted && key().equals(other.key()) && (deleted || hash.equals(other.hash));
    }
}
