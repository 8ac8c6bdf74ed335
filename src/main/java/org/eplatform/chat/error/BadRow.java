package org.eplatform.chat.error;

import java.util.function.Supplier;
import org.eplatform.chat.protocol.InvalidField;

/// A stored value breaks the rule of its own type: a fault of ours, never of the one who happens to read it.
public final class BadRow extends RuntimeException {

    private BadRow(InvalidField cause) {
        super(cause);
    }

    /// Makes wire values out of rows.
    public static <T> T never(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidField wrong) {
            throw new BadRow(wrong);
        }
    }
}
