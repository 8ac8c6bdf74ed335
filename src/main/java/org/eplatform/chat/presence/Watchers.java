package org.eplatform.chat.presence;

import java.util.Set;
import org.eplatform.chat.protocol.UserId;

/// Those who want to know of others.
public interface Watchers {

    /// Whom somebody here watches now.
    Set<UserId> watched();
}
