package org.eplatform.chat.socket;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks for a text that [Decoding#check] does not hold for, led by the code that each one reaches. `./mvnw verify` runs it; CONTRIBUTING.md says how to run
/// it for longer.
public final class DecoderFuzz {

    private DecoderFuzz() {}

    /// Arguments: seconds, seed, and the directory with examples to begin with. What is found anew is kept in `fuzz/` of the working directory.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var found = Files.createDirectories(Path.of("fuzz"));
        Jazzer.main(new String[] {"--target_class=" + DecoderFuzz.class.getName(),
                "--instrumentation_includes=org.eplatform.chat.**:com.fasterxml.jackson.**", "--custom_hook_includes=org.eplatform.chat.**",
                "-max_total_time=" + arguments[0], "-seed=" + arguments[1], "-max_len=65536", "-timeout=5", "-print_final_stats=1", "-verbosity=0",
                "-artifact_prefix=" + found + "/failed-", "--reproducer_path=" + found, found.toString(), arguments[2]});
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] utf8) {
        Decoding.check(new String(utf8, StandardCharsets.UTF_8));
    }
}
