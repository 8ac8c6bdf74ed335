/// Messages: every durable change of a conversation is written by the [Writer], in batches; the past is read by [History], what was missed by [Changes].
///
///     Write -> Writer -> Lane -> BatchTransaction: BatchReads (lock) -> Batch (decide) -> BatchWrites -> COMMIT -> Committed, Outcome
package org.eplatform.chat.message;
