package org.eplatform.chat.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What to run and for how long, by system properties `benchmark.*`. An empty one counts as missing: Maven passes them all.
record Options(Set<Part> parts, Set<Side> sides, boolean quick, Duration point, boolean profile, boolean docs, Duration limit) {

    static Options fromSystemProperties() {
        boolean quick = flag("quick", false);
        var parts = choice("parts", Part.class, EnumSet.complementOf(EnumSet.of(Part.SOAK)));
        var sides = choice("sides", Side.class, EnumSet.allOf(Side.class));
        boolean profile = flag("profile", false);
        boolean whole = !quick && !profile && parts.size() >= Part.values().length - 1 && sides.size() == Side.values().length;
        return new Options(parts, sides, quick, Duration.ofSeconds(number("seconds", quick ? 3 : 15)), profile, flag("docs", whole),
                Duration.ofMinutes(number("minutes", 90)));
    }

    /// Time in which a new server is driven as hard as it goes before anything is measured: its compiler has to see the load first, and more of it the more code
    /// there is.
    Duration heat() {
        return point.multipliedBy(4);
    }

    /// Time in which each kind of load runs before it is measured.
    Duration warmUp() {
        return point.dividedBy(2);
    }

    int scaled(int whole, int small) {
        return quick ? small : whole;
    }

    private static boolean flag(String name, boolean otherwise) {
        var text = text(name);
        return text.isEmpty() ? otherwise : Boolean.parseBoolean(text);
    }

    private static int number(String name, int otherwise) {
        var text = text(name);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    /// Names, separated by commas; these when there is none.
    private static <E extends Enum<E>> Set<E> choice(String name, Class<E> type, Set<E> all) {
        var chosen = EnumSet.noneOf(type);
        Arrays.stream(text(name).split(",")).map(String::strip).filter(word -> !word.isEmpty())
                .forEach(word -> chosen.add(Enum.valueOf(type, word.toUpperCase(Locale.ROOT))));
        return chosen.isEmpty() ? EnumSet.copyOf(all) : chosen;
    }

    private static String text(String name) {
        return System.getProperty("benchmark." + name, "").strip();
    }
}
