package org.eplatform.chat.protocol;

import java.util.UUID;
import java.util.regex.Pattern;

/// Reads UUIDs strictly: `UUID.fromString` also takes `1-2-3-4-5`, which would give one thing many names.
final class Uuids {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    static UUID parse(String name, String text) {
        if (!CANONICAL.matcher(InvalidField.required(name, text)).matches()) {
            throw InvalidField.invalid(name + " must be a UUID");
        }
        return UUID.fromString(text);
    }
}
