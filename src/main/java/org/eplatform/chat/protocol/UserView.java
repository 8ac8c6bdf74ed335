package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// A person as others see them, with their status.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserView(UserId id, String name, String username, String avatarUrl, boolean online, Instant lastActive) {}
