package org.eplatform.chat.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a setting takes, judged by its text: the conversions of the framework would take `ture` for no, and a bare number for seconds.
public sealed interface Form {

    boolean takes(String text);

    /// What is right, after "must be".
    String meaning();

    /// Yes or no.
    record Flag() implements Form {

        @Override
        public boolean takes(String text) {
            return text.strip().matches("(?i)true|false");
        }

        @Override
        public String meaning() {
            return "true or false";
        }
    }

    /// A whole number.
    record Count(long least, long most) implements Form {

        @Override
        public boolean takes(String text) {
            try {
                long count = Long.parseLong(text.strip());
                return count >= least && count <= most;
            } catch (NumberFormatException none) {
                return false;
            }
        }

        @Override
        public String meaning() {
            return least + " to " + most;
        }
    }

    /// A duration with its unit.
    record Span(String least, String most) implements Form {

        @Override
        public boolean takes(String text) {
            if (text.strip().matches("[-+]?\\d*")) {
                return false;
            }
            try {
                var span = DurationConverter.parseDuration(text.strip());
                return span.compareTo(length(least)) >= 0 && span.compareTo(length(most)) <= 0;
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException none) {
                return false;
            }
        }

        private static Duration length(String text) {
            return DurationConverter.parseDuration(text);
        }

        @Override
        public String meaning() {
            return "a duration with its unit, " + least + " to " + most;
        }
    }

    /// One of these names.
    record Choice(List<String> names) implements Form {

        static Choice of(Class<?> type) {
            return new Choice(Arrays.stream(type.getEnumConstants()).map(constant -> name(((Enum<?>) constant).name())).toList());
        }

        private static String name(String text) {
            return text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public boolean takes(String text) {
            return names.contains(name(text));
        }

        @Override
        public String meaning() {
            return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " or " + names.getLast();
        }
    }

    /// A text.
    record Words(Pattern pattern, String meaning) implements Form {

        @Override
        public boolean takes(String text) {
            return pattern.matcher(text).matches();
        }
    }
}
