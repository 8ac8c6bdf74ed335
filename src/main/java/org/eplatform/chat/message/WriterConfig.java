package org.eplatform.chat.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How messages are written, see [Writer].
@ConfigMapping(prefix = "chat.write")
interface WriterConfig {

    /// How many batches may be in flight at once. Each takes one database connection while it has something to write.
    @WithDefault("2")
    int lanes();

    /// How many writes may wait in one lane; one more is answered `busy`.
    @WithDefault("2000")
    int laneCapacity();

    /// How many writes one transaction takes at most.
    @WithDefault("256")
    int batchSize();

    /// How long a lane that has just committed several writes waits for more.
    @WithDefault("1ms")
    Duration gathering();

    /// How long a batch that fails at once, as on a connection that is gone, is tried again before it is answered `busy`. One that fails slowly has used this up
    /// by then: together with the time-outs of the database connection it is what a caller waits at most.
    @WithDefault("500ms")
    Duration patience();
}
