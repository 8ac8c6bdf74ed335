package org.eplatform.chat.error;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eplatform.chat.setting.Like;

/// What browsers refuse on the page at `/chat/`: `application.properties` makes its Content Security Policy of these.
@Unremovable
@RegisterForReflection
@ConfigMapping(prefix = "chat.page")
interface PageConfig {

    /// Who may show the page in a frame: origins, separated by blanks, see "In the browser".
    @Like(value = "'none'|(?:'self'|[^\\s;,'\"]+)(?: (?:'self'|[^\\s;,'\"]+))*", meaning = "'none', or origins such as https://platform.example, separated by blanks")
    @WithDefault("'none'")
    String frameAncestors();

    /// Where the pictures of people may come from: origins, separated by blanks.
    @Like(value = "[^\\s;,'\"]+(?: [^\\s;,'\"]+)*", meaning = "https: or origins such as https://pictures.example, separated by blanks")
    @WithDefault("https:")
    String imageSources();
}
