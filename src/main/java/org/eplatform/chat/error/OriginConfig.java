package org.eplatform.chat.error;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Optional;
import org.eplatform.chat.setting.Like;

/// Which pages of other origins may call.
@RegisterForReflection
@ConfigMapping(prefix = "chat.origins")
interface OriginConfig {

    /// The origins of other pages that may call the API and open a socket, separated by commas, see "Pages of other origins".
    // As a browser writes it (RFC 6454, 6.2): the framework would take `*` and patterns as well, and fail on a host that is no address.
    @Like(value = "(?!http:.*:80$|https:.*:443$)https?://(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?",
            meaning = "origins as a browser writes them, such as https://platform.example or http://localhost:3000: lower case, without a default port, a path, a wildcard or a pattern")
    @WithParentName
    Optional<List<String>> others();
}
