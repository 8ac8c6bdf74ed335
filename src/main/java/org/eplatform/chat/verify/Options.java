package org.eplatform.chat.verify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What stands on the command line. `killCommand` and `history` may be null.
record Options(List<URI> targets, String tokenUrl, String killCommand, Path history, Plan plan) {

    static final String USAGE = """
            chat verify: drives a running deployment, cuts connections, kills it, and proves that nothing is lost.

              --url URL             the deployment, such as http://localhost:8080
              --targets URL,URL     instead: several replicas of it, 2 to 100; each connection and call goes to one of them at random
              --token-url URL       answers GET with a token as plain text; {user} in it becomes the user
                                    (http://localhost:8080/dev/token?user={user} in development)
              --clients N           people with one connection each, 2 to 1000 (20)
              --conversations N     between them, two people in each (20)
              --messages N          acknowledged messages to reach, 1 to 1000000 (1000)
              --cuts N              connections to cut at random, at most one for each message (50)
              --in-flight N         unanswered messages of one client, 1 to 32 (4)
              --rate N              new messages each second of all clients together, 1 to 10000 (as many as are answered)
              --kill-command CMD    kills the deployment and starts it again; run by sh
              --kills N             how often, while sends are in flight (0)
              --time-limit TIME     such as 90s or 10m, at most 24h (10m)
              --seed N              makes the same choices again (random, printed)
              --history FILE        writes down all that happened, as JSON lines

            Exit code: 0 nothing was found, 1 something was lost, doubled, reordered ..., 2 wrong options, 3 the run could not be carried out.
            Use users of their own: it makes new ones, named verify-...""";

    private static final Set<String> NAMES = Set.of("--url", "--targets", "--token-url", "--clients", "--conversations", "--messages", "--cuts", "--in-flight", "--rate",
            "--kill-command", "--kills", "--time-limit", "--seed", "--history");

    /// An option that cannot be used; the message is one line.
    static final class Wrong extends RuntimeException {
        Wrong(String what) {
            super(what);
        }
    }

    static Options parse(List<String> arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new Wrong("there is no option " + name + "; --help lists them");
            }
            if (i + 1 == arguments.size()) {
                throw new Wrong(name + " needs a value");
            }
            if (given.put(name, arguments.get(i + 1)) != null) {
                throw new Wrong(name + " is given twice");
            }
        }
        var targets = targets(given);
        url("--token-url", given.get("--token-url"));
        if (!given.get("--token-url").contains("{user}")) {
            throw new Wrong("--token-url must contain {user}");
        }
        int clients = number(given, "--clients", 20, 2, 1_000);
        int conversations = number(given, "--conversations", Math.min(20, clients * (clients - 1) / 2), 1, Math.min(10_000, clients * (clients - 1) / 2));
        int messages = number(given, "--messages", 1_000, 1, 1_000_000);
        int cuts = number(given, "--cuts", Math.min(50, messages), 0, messages);
        int kills = number(given, "--kills", 0, 0, messages);
        if (kills > 0 != given.containsKey("--kill-command")) {
            throw new Wrong("--kills and --kill-command go together");
        }
        var plan = new Plan(clients, conversations, messages, cuts, kills, number(given, "--in-flight", 4, 1, 32), number(given, "--rate", 0, 1, 10_000),
                time(given.getOrDefault("--time-limit", "10m")), seed(given.get("--seed")));
        return new Options(targets, given.get("--token-url"), given.get("--kill-command"), given.containsKey("--history") ? Path.of(given.get("--history")) : null, plan);
    }

    private static List<URI> targets(Map<String, String> given) {
        if (given.containsKey("--url") == given.containsKey("--targets")) {
            throw new Wrong("either --url or --targets is needed");
        }
        if (given.containsKey("--url")) {
            return List.of(url("--url", given.get("--url")));
        }
        var targets = Arrays.stream(given.get("--targets").split(",", -1)).map(target -> url("--targets", target)).toList();
        if (targets.size() < 2 || targets.size() > 100) {
            throw new Wrong("--targets must be 2 to 100 addresses, and are " + targets.size());
        }
        return targets;
    }

    private static URI url(String name, String value) {
        if (value == null) {
            throw new Wrong(name + " is missing");
        }
        try {
            var url = URI.create(value.replace("{user}", "user"));
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException notOne) {
            // told below
        }
        throw new Wrong(name + " must be an http or https address, and is " + value);
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        var value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new Wrong(name + " must be a number from " + least + " to " + most + ", and is " + value);
        }
        return Integer.parseInt(value);
    }

    private static Duration time(String value) {
        if (value.matches("\\d{1,6}[smh]")) {
            var time = Duration.parse("PT" + value.toUpperCase(java.util.Locale.ROOT));
            if (time.isPositive() && time.compareTo(Duration.ofHours(24)) <= 0) {
                return time;
            }
        }
        throw new Wrong("--time-limit must be a time such as 90s or 10m, at most 24h, and is " + value);
    }

    private static long seed(String value) {
        if (value == null) {
            return RandomGenerator.getDefault().nextLong(1_000_000_000);
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            throw new Wrong("--seed must be a number, and is " + value);
        }
    }
}
