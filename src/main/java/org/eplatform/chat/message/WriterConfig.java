package org.eplatform.chat.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How messages are written, see [Writer].
@ConfigMapping(prefix = "chat.write")
interface WriterConfig {

    /// How many batches may be in flight at once. Each takes one database connection while it has something to write.
    @WithDefault("4")
    int lanes();

    /// How many writes may wait in one lane; one more is answered `busy`.
    @WithDefault("2000")
    int laneCapacity();

    /// How many writes one transaction takes at most.
    @WithDefault("256")
    int batchSize();

    /// How long a batch is tried again while the database does not answer; then it is answered `busy`.
    @WithDefault("4s")
    Duration patience();
}
