package org.eplatform.chat.replica;

/// This replica has not read for so long what others did that it may have missed some of it: who is connected here has to come back, here or elsewhere, and
/// synchronise. A CDI event.
public record CutOff() {}
