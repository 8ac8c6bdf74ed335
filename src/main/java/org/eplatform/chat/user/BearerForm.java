package org.eplatform.chat.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.eplatform.chat.error.EarlyAnswer;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.protocol.ErrorCode;

/// Refuses what cannot bear a good token before the framework looks at it. Of some of it the framework makes a failure of its own, which would be told as
/// ours; and a subprotocol may name it any header, which a page of another origin could then set in the name of a browser.
@Singleton
class BearerForm {

    /// Before the framework takes the token out of the subprotocols (220) and prepares to look at it (200).
    private static final int BEFORE_THE_FRAMEWORK = 230;

    /// RFC 7515, 3.1: three parts in base64url, none of them empty.
    private static final String TOKEN = "[\\w-]++\\.[\\w-]++\\.[\\w-]++";
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) " + TOKEN, Pattern.DOTALL);
    private static final Pattern SUBPROTOCOL = Pattern.compile("quarkus-http-upgrade#(?i:Authorization#Bearer) " + TOKEN, Pattern.DOTALL);

    private static final Refusal REFUSAL = new Refusal(ErrorCode.UNAUTHENTICATED, "Send a valid access token of the platform's provider.");

    private final EarlyAnswer answer;

    BearerForm(EarlyAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    private void check(RoutingContext call) {
        var path = String.valueOf(call.request().path());
        var headers = call.request().headers();
        boolean handshake = path.startsWith("/ws/") && headers.contains(HttpHeaders.UPGRADE);
        if (!handshake && !path.startsWith("/api/")) {
            call.next();
            return;
        }
        var bearers = headers.getAll(HttpHeaders.AUTHORIZATION).stream().filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7)).toList();
        var carriers = HandshakeToken.carriers(headers).toList();
        int tokens = bearers.size() + carriers.size();
        // With two tokens it would be unclear whose call it is.
        if (tokens > 1 || !bearers.stream().allMatch(value -> HEADER.matcher(value).matches()) || !carriers.stream().allMatch(BearerForm::carries)) {
            refuse(call, "not one token in compact form");
        } else if (handshake && tokens == 0) {
            // RFC 6750, 3.1: without any token there is no error to name.
            call.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(call, "no token");
        } else {
            call.next();
        }
    }

    /// The body, if there is one, is let go of, so that the connection can take the next call.
    private void refuse(RoutingContext call, String why) {
        call.request().resume();
        answer.refuseLogin(call, REFUSAL, why);
    }

    private static boolean carries(String subprotocol) {
        try {
            return SUBPROTOCOL.matcher(URLDecoder.decode(subprotocol, UTF_8)).matches();
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }
}
