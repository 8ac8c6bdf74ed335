package org.eplatform.chat;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.eplatform.chat.verify.Verify;

/// The one executable: the service; with `verify` as the first argument the client that proves of another one that it loses nothing; with `migrate` what
/// `CHAT_MIGRATE=only` does.
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("verify")) {
            System.exit(Verify.run(Arrays.asList(arguments).subList(1, arguments.length), System.out, System.err));
        }
        if (arguments.length > 0 && arguments[0].equals("migrate")) {
            System.setProperty("chat.migrate", "only");
        }
        Quarkus.run(arguments);
    }
}
