package org.eplatform.chat.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A list cursor: the sort keys of the last entry, packed so that clients do not build on what is inside.
public final class Opaque {

    /// What no text of the database holds.
    private static final String SEPARATOR = "\0";
    private static final int MAX_LENGTH = 2_048;

    private Opaque() {}

    public static String pack(String... keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /// Unpacks what [#pack] made; anything else is refused.
    public static List<String> unpack(String name, String cursor, int keys) {
        if (cursor.length() <= MAX_LENGTH) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var parts = List.of(text.split(SEPARATOR, -1));
                if (parts.size() == keys && parts.stream().allMatch(WellFormed::test)) {
                    return parts;
                }
            } catch (IllegalArgumentException notBase64) {
                throw InvalidField.invalid(name + " is not a cursor of ours");
            }
        }
        throw InvalidField.invalid(name + " is not a cursor of ours");
    }
}
