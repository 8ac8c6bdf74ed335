package org.eplatform.chat.socket;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Looks for a text that [Decoding#check] does not hold for, led by the code that each one reaches. `./mvnw verify` runs it; CONTRIBUTING.md says how to run
/// it for longer.
public final class DecoderFuzz {

    /// Of Jazzer for one text: the first ones load and change all the classes, and machines may be busy. [Decoding#check] has a bound of its own.
    private static final int TIMEOUT_SECONDS = 300;

    private DecoderFuzz() {}

    /// Arguments: seconds, seed (0 is a new one), and the directory with examples to begin with. What is found is kept in `fuzz/` of the working directory.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var found = Files.createDirectories(Path.of("fuzz"));
        int seed = arguments[1].equals("0") ? new Random().nextInt(1, Integer.MAX_VALUE) : Integer.parseInt(arguments[1]);
        System.out.printf("Fuzzing the decoder for %s s: -Dfuzz.seed=%d%n", arguments[0], seed);
        Jazzer.main(new String[] {"--target_class=" + DecoderFuzz.class.getName(),
                // Few classes, and no hooks that look for injections: each class takes long to change.
                "--instrumentation_includes=org.eplatform.chat.protocol.**:org.eplatform.chat.socket.Frames*:com.fasterxml.jackson.core.json.**",
                "--custom_hook_includes=org.eplatform.chat.protocol.**", "--trace=cov:cmp",
                "-max_total_time=" + arguments[0], "-seed=" + seed, "-max_len=65536", "-timeout=" + TIMEOUT_SECONDS, "-print_final_stats=1", "-verbosity=0",
                "-artifact_prefix=" + found + "/failed-", "--reproducer_path=" + found, found.toString(), arguments[2]});
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] utf8) {
        Decoding.check(new String(utf8, StandardCharsets.UTF_8));
    }
}
