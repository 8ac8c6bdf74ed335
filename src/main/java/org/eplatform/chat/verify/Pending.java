package org.eplatform.chat.verify;

import java.util.List;

/// A command whose answer has not come yet.
sealed interface Pending {

    record Send(Outbox.Sending sending) implements Pending {}

    /// `first` on its connection: its answer ends the resume.
    record Sync(List<Held> conversations, boolean first) implements Pending {}

    record Mark(String conversation, Event.Marks marks) implements Pending {}

    record Change(Revision revision) implements Pending {}

    record Ping() implements Pending {}
}
