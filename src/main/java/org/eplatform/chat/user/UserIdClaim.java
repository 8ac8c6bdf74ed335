package org.eplatform.chat.user;

import jakarta.json.JsonNumber;
import java.util.Optional;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.UserId;

/// The claim that names the person: text, or a whole number, as platforms have that count their people.
final class UserIdClaim {

    private UserIdClaim() {}

    /// Empty for a value that names nobody, null among them.
    static Optional<UserId> read(Object value) {
        var text = switch (value) {
            case String id -> id;
            case Long id -> id.toString();
            case JsonNumber id when id.isIntegral() -> id.bigIntegerValueExact().toString();
            case null, default -> "";
        };
        try {
            return Optional.of(new UserId(text));
        } catch (InvalidField wrong) {
            return Optional.empty();
        }
    }
}
