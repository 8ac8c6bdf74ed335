package org.eplatform.chat.verify;

/// An edit of a message by its sender, or with a null body its deletion. Tried until it is answered; doing it twice changes nothing more.
record Revision(Message.Key key, String messageId, String body) {

    String hash() {
        return body == null ? null : Hash.of(body);
    }
}
