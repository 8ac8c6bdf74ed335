package org.eplatform.chat.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyOptionsTest {

    private static final List<String> NEEDED = List.of("--url", "http://localhost:8080", "--token-url", "http://localhost:8080/dev/token?user={user}");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --clients 1                        | --clients must be a number from 2 to 1000, and is 1
            --clients many                     | --clients must be a number from 2 to 1000, and is many
            --clients 4 --conversations 7      | --conversations must be a number from 1 to 6, and is 7
            --messages 0                       | --messages must be a number from 1 to 1000000, and is 0
            --messages 10 --cuts 11            | --cuts must be a number from 0 to 10, and is 11
            --in-flight 33                     | --in-flight must be a number from 1 to 32, and is 33
            --rate 0                           | --rate must be a number from 1 to 10000, and is 0
            --kills 3                          | --kills and --kill-command go together
            --kill-command true                | --kills and --kill-command go together
            --time-limit 5                     | --time-limit must be a time such as 90s or 10m, at most 24h, and is 5
            --time-limit 25h                   | --time-limit must be a time such as 90s or 10m, at most 24h, and is 25h
            --seed x                           | --seed must be a number, and is x
            --cuts                             | --cuts needs a value
            --cuts 1 --cuts 2                  | --cuts is given twice
            --url http://elsewhere             | --url is given twice
            --fast 1                           | there is no option --fast; --help lists them
            """)
    void aWrongOptionIsToldInOneLine(String arguments, String error) {
        int exitCode = verify(Stream.concat(NEEDED.stream(), Stream.of(arguments.split(" "))).toList());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("verify: " + error + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --url localhost:8080 --token-url http://x/{user} | --url must be an http or https address, and is localhost:8080
            --url http://x --token-url http://x/token        | --token-url must contain {user}
            --url http://x                                   | --token-url is missing
            --token-url http://x/{user}                      | either --url or --targets is needed
            --url http://x --targets http://x,http://y       | either --url or --targets is needed
            --targets http://x --token-url http://x/{user}   | --targets must be 2 to 100 addresses, and are 1
            --targets http://x,y --token-url http://x/{user} | --targets must be an http or https address, and is y
            """)
    void theAddressesAreNeeded(String arguments, String error) {
        assertThat(verify(List.of(arguments.split(" ")))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("verify: " + error + System.lineSeparator());
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(verify(List.of("--help"))).isZero();

        assertThat(out.toString(UTF_8)).contains("--url", "--targets", "--token-url", "--clients", "--conversations", "--messages", "--cuts", "--in-flight", "--rate", "--kill-command",
                "--kills", "--time-limit", "--seed", "--history");
    }

    @Test
    void theSeedIsPrintedAndCanBeGivenAgain() {
        var options = Options.parse(with("--seed", "42"));

        assertThat(options.plan().seed()).isEqualTo(42);
        assertThat(Options.parse(NEEDED).plan().seed()).isNotEqualTo(Options.parse(NEEDED).plan().seed());
    }

    @Test
    void aDeploymentThatIsNotThereIsNoVerdict() throws IOException {
        int exitCode = verify(List.of("--url", "http://localhost:" + closedPort(), "--token-url", "http://localhost:" + closedPort() + "/{user}",
                "--clients", "2", "--time-limit", "2s"));

        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("the time limit of 2 s came while reaching", "last failure");
    }

    private int verify(List<String> arguments) {
        return Verify.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static List<String> with(String... more) {
        var all = new ArrayList<>(NEEDED);
        all.addAll(List.of(more));
        return all;
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
