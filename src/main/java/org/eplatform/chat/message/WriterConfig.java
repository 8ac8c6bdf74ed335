package org.eplatform.chat.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eplatform.chat.setting.Between;

/// How messages are written, see [Writer].
@RegisterForReflection
@ConfigMapping(prefix = "chat.write")
interface WriterConfig {

    /// How many batches of writes are in flight at once; each takes one database connection.
    @Between(least = "1", most = "64")
    @WithDefault("2")
    int lanes();

    /// How many writes wait in one lane; one more is answered `busy`.
    @Between(least = "1", most = "1000000")
    @WithDefault("2000")
    int laneCapacity();

    /// How many writes one transaction takes at most.
    @Between(least = "1", most = "10000")
    @WithDefault("256")
    int batchSize();

    /// How long a lane that has just committed several writes waits for more; one that committed a single one does not.
    @Between(least = "0s", most = "1s")
    @WithDefault("1ms")
    Duration gathering();

    /// How long a batch that fails at once, as on a connection that is gone, is tried again before it is answered `busy`.
    // One that fails slowly has used this up by then: together with the time-outs of the database connection it is what a caller waits at most.
    @Between(least = "0s", most = "5s")
    @WithDefault("500ms")
    Duration patience();
}
