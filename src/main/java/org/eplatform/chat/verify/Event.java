package org.eplatform.chat.verify;

/// One line of the history: what a client did, was told, or lost sight of. `at` is the loop's monotonic time in nanoseconds.
sealed interface Event {

    long at();

    /// Who wrote it down: the client's name, as the token address knows it.
    String client();

    /// How something came: as a live event of a conversation that is up to date, while a `sync` of it is under way, or by REST.
    enum Via { LIVE, SYNC, PAGE }

    /// From here on this message must not get lost. Written once, however often it is sent.
    record Invoke(long at, String client, Message.Key key, String hash) implements Event {}

    /// The service said that it is stored.
    record Ok(long at, String client, Message.Key key, String messageId, long seq, long version) implements Event {}

    /// The service refused it for good.
    record Fail(long at, String client, Message.Key key, String code) implements Event {}

    /// The service was busy: it is sent again later, so others may overtake it.
    record Busy(long at, String client, Message.Key key) implements Event {}

    /// The connection fell before an answer: stored or not, nobody knows.
    record Info(long at, String client, Message.Key key) implements Event {}

    /// The sender changes a message; a null hash deletes it. At most once for each message.
    record Revise(long at, String client, Message.Key key, String hash) implements Event {}

    record Revised(long at, String client, Message.Key key) implements Event {}

    /// `cursor` is the version up to which the client held everything of the conversation already.
    record Receive(long at, String client, int connection, Via via, long cursor, long version, Message message) implements Event {}

    record Marker(long at, String client, int connection, Via via, long cursor, String conversation, long version, String user, Marks marks) implements Event {}

    /// The service said that the client's own markers stand there, or further.
    record Marked(long at, String client, String conversation, Marks marks) implements Event {}

    /// From here on this conversation is live on this connection: everything after the cursor has to come by itself.
    record Live(long at, String client, int connection, String conversation, long cursor) implements Event {}

    record Close(long at, String client, int connection, int code) implements Event {}

    /// How far somebody has read and received; -1 where it was not said.
    record Marks(long read, long delivered) {}
}
