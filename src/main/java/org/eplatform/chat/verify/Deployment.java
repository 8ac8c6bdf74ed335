package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/// The way from the clients to what they drive. Nothing here waits: every answer comes later, on the [Loop], within a bounded time.
interface Deployment {

    /// Opens a socket as this user. Ends in [Listener#opened] or [Listener#ended].
    void open(String user, Listener listener);

    /// Calls REST as this user; a null body is a GET, another one a POST.
    void call(String user, String path, JsonNode body, Consumer<Answer> then);

    /// Status 0 when there was no answer at all.
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /// An open socket.
    interface Line {

        void say(JsonNode frame);

        /// Tears the connection down without a word, as a lost network does.
        void abort();
    }

    /// What a socket brings. Nothing comes after [#ended], which comes once.
    interface Listener {

        void opened(Line line);

        void heard(JsonNode frame);

        void ended(int code);
    }
}
