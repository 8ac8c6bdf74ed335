package org.eplatform.chat.verify;

/// Bugs of chat services and of their clients, as they are found in the wild, and by which [Fault] each of them has to show.
enum Bug {
    /// Acknowledged when it is in memory; a crash loses it.
    ACK_BEFORE_COMMIT(Fault.LOST),
    /// A retry is stored as another message.
    NO_UNIQUE_KEY(Fault.DUPLICATED),
    /// The number of a change is drawn before its COMMIT, as from a `bigserial`: a reader passes by those that are still to be committed.
    VERSION_DRAWN_BEFORE_COMMIT(Fault.SKIPPED),
    /// The counter has moved even when the message is not stored.
    COUNTER_OUTSIDE_THE_TRANSACTION(Fault.HOLES),
    /// Each replica draws its numbers in blocks, so that a later message may get a lower one.
    NUMBERS_IN_BLOCKS(Fault.REORDERED),
    /// `version > cursor + 1`.
    RESUME_SKIPS_ONE(Fault.SKIPPED),
    /// `version >= cursor`.
    RESUME_REPEATS_ONE(Fault.DOUBLED),
    /// What happens between the reading of a `sync` and the subscription falls in between.
    SUBSCRIBED_AFTER_THE_READ(Fault.JUMPED),
    /// A connection's queue is full, and nobody is told.
    QUEUE_DROPS_SILENTLY(Fault.JUMPED),
    /// Two messages change places on the way to one receiver.
    TWO_CHANGE_PLACES_FOR_ONE_RECEIVER(Fault.JUMPED),
    /// The client makes a new id when it tries again.
    CLIENT_MAKES_A_NEW_ID_ON_RETRY(Fault.INVENTED),
    /// The client takes a message out of its outbox when it has been sent.
    CLIENT_FORGETS_ON_SEND(Fault.UNANSWERED),
    /// The marker is what was said last.
    MARKER_WITHOUT_MAX(Fault.FELL),
    /// An edit changes the text and not the version: nobody who was away learns of it.
    EDIT_NOT_VERSIONED(Fault.ALTERED),
    /// `sync` brings new messages only.
    SYNC_FORGETS_EDITS(Fault.OUTDATED),
    /// A deletion is acknowledged and not done.
    DELETION_FORGOTTEN(Fault.ALTERED),
    /// `sync` answers for the conversations that the client names.
    SYNC_FORGETS_A_CONVERSATION_ONE_WAS_ADDED_TO(Fault.SKIPPED),
    /// Two messages of one batch get each other's text.
    BODIES_MIXED_UP(Fault.ALTERED),
    /// A retry is answered with the newest seq in place of its own.
    RETRY_ANSWERED_WITH_ANOTHER_SEQ(Fault.CONTRADICTED),
    /// A retry of what is stored is ignored.
    RETRY_NOT_ANSWERED(Fault.UNANSWERED),
    /// A retry of what is stored is an error.
    RETRY_REFUSED(Fault.REFUSED),
    /// A change of a message breaks something, and its sender never hears of it again.
    CHANGE_NOT_ANSWERED(Fault.UNANSWERED),
    /// Delivered to everybody who is connected.
    DELIVERED_TO_STRANGERS(Fault.FOREIGN);

    private final Fault shows;

    Bug(Fault shows) {
        this.shows = shows;
    }

    Fault shows() {
        return shows;
    }
}
