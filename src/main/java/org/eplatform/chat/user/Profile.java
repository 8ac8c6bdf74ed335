package org.eplatform.chat.user;

import java.net.URI;
import java.text.Normalizer;
import org.eplatform.chat.protocol.UserId;

/// What the platform says of a person, null where it says nothing. Names are cut and cleaned here, once, so that nobody can break a list with theirs.
public record Profile(UserId id, String name, String username, String avatarUrl) {

    private static final int MAX_NAME_CODE_POINTS = 100;
    private static final int MAX_URL_LENGTH = 2_048;

    public Profile {
        username = clean(username);
        name = clean(name);
        avatarUrl = isWebAddress(avatarUrl) ? avatarUrl : null;
    }

    /// NFC, without control, bidirectional and other invisible characters; null when nothing is left.
    private static String clean(String text) {
        if (text == null) {
            return null;
        }
        var kept = Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                    // The joiners belong to names of several scripts, the rest of the format characters only disguise.
                    case Character.FORMAT -> c == 0x200C || c == 0x200D;
                    default -> true;
                })
                .limit(MAX_NAME_CODE_POINTS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isWebAddress(String address) {
        if (address == null || address.length() > MAX_URL_LENGTH) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
