/// The live path: the endpoint, its connections with their bounded queues, command dispatch and delivery. Nobody depends on it.
///
///     frame -> ChatSocket -> Commands -> Writer -> COMMIT -> Committed -> Delivery -> Outbox -> frame
package org.eplatform.chat.socket;
