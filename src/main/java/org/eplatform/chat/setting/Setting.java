package org.eplatform.chat.setting;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One setting of ours.
///
/// @param source the method that it is read by
/// @param key such as `chat.socket.drain`
/// @param standard what holds when nobody sets it, null for none
/// @param isList whether it takes several, separated by commas
/// @param isSecret whether its value may be shown to nobody
public record Setting(Method source, String key, Form form, String standard, boolean isList, boolean isSecret) {

    private static final int MOST_SHOWN = 100;

    /// The environment variable (MicroProfile Config, "Environment Variables Mapping Rules").
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /// One line for whoever set this text, nothing when it is right.
    Optional<String> refusal(String text) {
        if (text.isEmpty() && standard == null) {
            return Optional.empty();
        }
        var entries = isList ? text.split(",", -1) : new String[] {text};
        return Arrays.stream(entries).filter(entry -> !form.takes(entry)).findFirst()
                .map(entry -> key + " must be " + form.meaning() + ", and " + (isList ? "has the entry " : "is ") + shown(entry) + " (" + variable() + ").");
    }

    /// In one line, whatever it is.
    private String shown(String text) {
        if (isSecret) {
            return "something else, which is not shown";
        }
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return '"' + (line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line) + '"';
    }
}
