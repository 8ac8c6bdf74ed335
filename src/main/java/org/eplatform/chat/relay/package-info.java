/// What replicas tell each other. The database keeps that a conversation was changed, in the transaction that changed it; all else here only makes others
/// look sooner, and may be lost.
///
///     Committed -> Publisher -> Relay ~> Relay -> Arrivals -> the same CDI event there, as one from elsewhere
///     COMMIT (relay_move) -> Moves -> Moved, there; and here, as what is still to be told
package org.eplatform.chat.relay;
