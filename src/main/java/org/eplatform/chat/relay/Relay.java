package org.eplatform.chat.relay;

/// Carries news between replicas, as soon as it can and without a promise: what is lost, doubled or out of order on the way is put right by those who hear it.
public interface Relay {

    /// Tells all other replicas that need it. Never waits and never throws: what there is no room for is dropped.
    void tell(News news);
}
