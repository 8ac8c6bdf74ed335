package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// Whether somebody is there, and when they last were.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusView(UserId userId, boolean online, Instant lastActive) {}
