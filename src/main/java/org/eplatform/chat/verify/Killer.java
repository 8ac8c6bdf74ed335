package org.eplatform.chat.verify;

import java.util.function.Consumer;

/// Kills the deployment and starts it again.
interface Killer {

    /// `then` is called on the loop when it is done, with null or with what went wrong.
    void kill(Consumer<String> then);
}
