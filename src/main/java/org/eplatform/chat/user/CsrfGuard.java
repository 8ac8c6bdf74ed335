package org.eplatform.chat.user;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// What the page's cookie may change has to be asked for with a header that a browser lets only our own page send: a form of another site has none, and a
/// script there would have to ask first (CORS), in vain.
class CsrfGuard {

    private static final String HEADER = "X-Requested-With";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void refuse(ContainerRequestContext call) {
        if (!SAFE.contains(call.getMethod()) && !call.getHeaders().containsKey(HEADER) && isOfThePage(call)) {
            throw new ChatException(ErrorCode.FORBIDDEN, "A call with the page's cookie needs the header " + HEADER + ".");
        }
    }

    private static boolean isOfThePage(ContainerRequestContext call) {
        return call.getUriInfo().getPath().startsWith("/chat/") && call.getCookies().keySet().stream().anyMatch(name -> name.startsWith("q_session"));
    }
}
