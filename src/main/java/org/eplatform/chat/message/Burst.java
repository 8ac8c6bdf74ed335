package org.eplatform.chat.message;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// What became of one batch, or was read at once, is told in one burst. Who passes it on waits for the end of the burst, and writes all that it has for one connection together.
public final class Burst {

    private static final Logger LOG = Logger.getLogger(Burst.class);
    private static final ScopedValue<List<Runnable>> AT_END = ScopedValue.newInstance();

    private Burst() {}

    public static void of(Runnable telling) {
        var atEnd = new ArrayList<Runnable>();
        try {
            ScopedValue.where(AT_END, atEnd).run(telling);
        } finally {
            atEnd.forEach(Burst::run);
        }
    }

    /// Does this at the end of the burst that this thread is telling, or at once when there is none.
    public static void atEnd(Runnable work) {
        if (AT_END.isBound()) {
            AT_END.get().add(work);
        } else {
            work.run();
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A part of what became of a batch was not passed on", e);
        }
    }
}
