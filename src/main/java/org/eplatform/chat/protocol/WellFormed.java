package org.eplatform.chat.protocol;

/// Text that PostgreSQL can keep as it was sent: without U+0000, which it refuses, and without lone surrogates, which the driver would silently turn into `?`.
public final class WellFormed {

    private WellFormed() {}

    public static boolean test(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
