package org.eplatform.chat;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.eplatform.chat.verify.Verify;

/// The one executable: the service; with `verify` as the first argument the client that proves of another one that it loses nothing; with `migrate` what
/// `CHAT_MIGRATE=only` does; with `prepare` a start to learn from.
@QuarkusMain
public final class Main {

    /// The port "discard", where nothing answers.
    private static final String NOBODY = "%s://127.0.0.1:9/chat";

    private Main() {}

    public static void main(String... arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "verify" -> System.exit(Verify.run(Arrays.asList(arguments).subList(1, arguments.length), System.out, System.err));
            case "prepare" -> prepare(arguments);
            case "migrate" -> {
                System.setProperty("chat.migrate", "only");
                Quarkus.run(arguments);
            }
            default -> Quarkus.run(arguments);
        }
    }

    /// Starts as far as a service gets that reaches nobody, and ends well: what was loaded until then is what an AOT cache is made of (`Dockerfile.jvm`).
    private static void prepare(String... arguments) {
        System.setProperty("quarkus.oidc.auth-server-url", NOBODY.formatted("http"));
        System.setProperty("quarkus.oidc.client-id", "chat");
        System.setProperty("quarkus.datasource.jdbc.url", NOBODY.formatted("jdbc:postgresql"));
        Quarkus.run(null, (_, _) -> System.exit(0), arguments);
    }
}
