package org.eplatform.chat.benchmark;

import java.util.Locale;

/// What is compared.
enum Side {
    /// The least that could do the job: [FloorServer].
    FLOOR,
    /// The packaged service.
    OURS;

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
