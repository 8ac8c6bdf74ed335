package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that would run, or look like what they are not, if a page took them for anything but text. What they are is written in the file itself.
public final class HostileTexts {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private HostileTexts() {}

    public static List<String> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/xss-payloads.txt")).stream().filter(line -> !line.isEmpty() && !line.startsWith("##"))
                .map(line -> ESCAPE.matcher(line).replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))))).toList();
    }

    private static String character(String hex, String letter) {
        if (hex != null) {
            return Character.toString(Integer.parseInt(hex, 16));
        }
        return switch (letter.charAt(0)) {
            case '\\' -> "\\";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'v' -> "\u000b";
            case 'f' -> "\f";
            default -> throw new IllegalArgumentException("no escape: \\" + letter);
        };
    }
}
