package org.eplatform.chat.message;

import org.eplatform.chat.protocol.MessageView;

/// What became of a [Write]. Everything but a refusal is in the database, and stays there.
public sealed interface Outcome {

    /// A message stands at its place; `duplicate` says that an earlier try had put it there.
    record Stored(MessageView message, boolean duplicate) implements Outcome {}

    /// A message was edited or deleted, or was so already.
    record Changed(MessageView message) implements Outcome {}

    /// The markers are as high as asked, or higher.
    record Marked() implements Outcome {}

    /// Nothing was changed, unless the reason is one that leaves it open (a database that went away during COMMIT).
    record Refused(RuntimeException reason) implements Outcome {}
}
