package org.eplatform.chat.metrics;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which numbers a query of Prometheus reads.
final class PromQl {

    /// What holds no name of a number: what is between quotation marks, conditions on labels, ranges, and lists of labels.
    private static final Pattern NO_NAMES = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /// Not a function, and not the end of a number such as `5m`.
    private static final Pattern NAME = Pattern.compile("(?<![\\w:$.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /// What a dashboard asks for the choices of its variables: the labels after the query are none.
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*),\\s*\\w+\\s*\\)");

    private PromQl() {}

    static Set<String> namesIn(String query) {
        var choices = LABEL_VALUES.matcher(query);
        var names = new TreeSet<String>();
        var text = NO_NAMES.matcher(choices.matches() ? choices.group(1) : query).replaceAll(" ");
        for (var found = NAME.matcher(text); found.find(); ) {
            if (!WORDS.contains(found.group().toLowerCase(Locale.ROOT))) {
                names.add(found.group());
            }
        }
        return names;
    }
}
