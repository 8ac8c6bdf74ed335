package org.eplatform.chat.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// P1 to P4 and P6 at once, as anybody can see them on their own machine: the command as it is shipped, against the service as it is shipped.
class VerifyIT {

    private static final int CLIENTS = 20;
    private static final int CONVERSATIONS = 40;
    private static final int MESSAGES = 20_000;
    private static final int CUTS = 1_000;
    private static final int KILLS = 20;
    private static final int TIME_LIMIT_SECONDS = 480;

    @Test
    void p1ToP4NothingIsLostDoubledOrReorderedOverKillsAndCuts() throws Exception {
        try (var service = PackagedService.start(); var verify = new VerifyCommand(service::token, () -> {
            service.kill();
            service.startProcess();
        })) {
            var log = Path.of("target/verify.log");

            int exitCode = verify.run(log, TIME_LIMIT_SECONDS, List.of("--url", service.address("").toString(), "--clients", "" + CLIENTS,
                    "--conversations", "" + CONVERSATIONS, "--messages", "" + MESSAGES, "--cuts", "" + CUTS, "--kills", "" + KILLS,
                    "--history", "target/verify-history.jsonl"));

            assertThat(exitCode).as(() -> VerifyCommand.tail(log)).isZero();
        }
    }
}
