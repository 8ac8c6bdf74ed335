package org.eplatform.chat.relay;

/// Carries news between replicas, as soon as it can and without a promise: what is lost, doubled or out of order on the way is put right by those who hear it.
/// None of these ever waits or throws.
public interface Relay {

    /// Tells all other replicas that need it. What there is no room for is dropped.
    void tell(News news);

    /// This is wanted here from now on. One that carries everything to everybody has nothing to do for it.
    default void follow(Topic topic) {}

    /// This is wanted no longer.
    default void leave(Topic topic) {}
}
