package org.eplatform.chat.verify;

import java.util.List;
import java.util.function.Supplier;

/// Outboxes of clients that do not keep what they should.
final class BuggyOutbox {

    private BuggyOutbox() {}

    static Supplier<Outbox> of(Bug bug) {
        return switch (bug) {
            case CLIENT_FORGETS_ON_SEND -> Forgetful::new;
            case CLIENT_MAKES_A_NEW_ID_ON_RETRY -> Renaming::new;
            case null, default -> Outbox::new;
        };
    }

    private static final class Forgetful extends Outbox {
        @Override
        List<Sending> unsettled() {
            super.unsettled().forEach(this::settle);
            return List.of();
        }
    }

    private static final class Renaming extends Outbox {
        private int renamed;

        @Override
        List<Sending> unsettled() {
            for (var sending : super.unsettled()) {
                settle(sending);
                var key = sending.key();
                add(new Sending(new Message.Key(key.conversation(), key.sender(), key.clientId() + "-again-" + ++renamed), sending.body()));
            }
            return super.unsettled();
        }
    }
}
