package org.eplatform.chat.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Environment variables that look like ours and are not. They stop nothing, since a newer version may know them; but a typo would go unseen.
final class UnknownVariables {

    /// What Kubernetes gives every container of a namespace that has a service named `chat`, or `chat-...` (Services, "Environment variables").
    private static final Pattern OF_SERVICES = Pattern.compile("CHAT_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private UnknownVariables() {}

    /// One line for each; without its value, which may be a secret.
    static List<String> among(Collection<String> variables, List<Setting> settings) {
        var known = settings.stream().map(Setting::variable).toList();
        return variables.stream().filter(name -> name.startsWith("CHAT_") && !known.contains(name) && !OF_SERVICES.matcher(name).matches()).sorted()
                .map(name -> name + " is no setting of this version and does nothing." + nearest(name, known).map(near -> " Is " + near + " meant?").orElse("")).toList();
    }

    /// The one that takes the fewest changes, when that is less than a third of its characters.
    private static Optional<String> nearest(String name, List<String> known) {
        return known.stream().filter(near -> changes(name, near) * 3 < near.length()).min(Comparator.comparingInt(near -> changes(name, near)));
    }

    /// The distance of Levenshtein: characters to insert, remove or replace.
    private static int changes(String from, String to) {
        var before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[to.length()];
    }
}
