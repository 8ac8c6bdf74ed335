package org.eplatform.chat.user;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives the cookies of the page's login the prefix `__Host-` (RFC 6265bis, 4.1.3.2), by which a browser takes them from this host alone, over TLS, and gives
/// them to no other: the neighbour's subdomain cannot plant a session of its own. The framework has fixed names for them, and would let a session's cookie
/// in at every path. Here they count under `/chat` only: the API takes bearer tokens alone.
@Singleton
class HostCookies {

    private static final String PREFIX = "__Host-";
    /// What all cookies of the framework's login begin with.
    private static final String LOGIN = "q_";
    /// Before anybody looks at the cookies.
    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(HostCookies::rename, EARLY);
    }

    private static void rename(RoutingContext call) {
        var path = call.normalizedPath();
        boolean ofThePage = path.equals("/chat") || path.startsWith("/chat/");
        if (call.request().headers().contains(HttpHeaders.COOKIE)) {
            takeIn(call.request(), ofThePage);
        }
        if (ofThePage) {
            // The header is written after this.
            call.addHeadersEndHandler(_ -> giveOut(call));
        }
        call.next();
    }

    private static void takeIn(HttpServerRequest request, boolean ofThePage) {
        var kept = request.headers().getAll(HttpHeaders.COOKIE).stream().flatMap(header -> Stream.of(header.split(";"))).map(String::strip)
                .filter(cookie -> !cookie.startsWith(LOGIN))
                .map(cookie -> ofThePage && cookie.startsWith(PREFIX + LOGIN) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
        request.headers().remove(HttpHeaders.COOKIE);
        if (!kept.isEmpty()) {
            request.headers().set(HttpHeaders.COOKIE, kept);
        }
    }

    private static void giveOut(RoutingContext call) {
        for (var cookie : List.copyOf(call.request().cookies())) {
            if (cookie.getName().startsWith(LOGIN) && cookie instanceof ServerCookie said && said.isChanged()) {
                call.request().cookies().remove(cookie);
                call.response().addCookie(ofThisHost(cookie));
            }
        }
    }

    /// Lax, since the login comes back from the provider's site. One that ends has to look like the one that began, or it stays.
    private static Cookie ofThisHost(Cookie cookie) {
        return Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue()).setMaxAge(cookie.getMaxAge()).setPath("/").setSecure(true).setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
