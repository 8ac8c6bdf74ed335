package org.eplatform.chat.error;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/// The code that pages of other origins load is no secret, and the same for everybody: who asks for it does not matter. So one answer, that every origin may
/// read, serves them all: one that named its reader could not be kept, as a browser would give it to the next page, which it does not name. Whether a page may
/// do anything with the code, [ExactOrigins] says when it calls.
@Singleton
class PublicCode {

    /// Without a way to write another path: no slash behind the directory, nothing escaped, no dots in a row.
    private static final Pattern FILES = Pattern.compile("/chat/(?:elements\\.js|chat\\.js|assets/[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int BEFORE_ORIGINS = 950;

    void register(@Observes Filters filters) {
        filters.register(PublicCode::forgetWhoAsks, BEFORE_ORIGINS);
    }

    private static void forgetWhoAsks(RoutingContext call) {
        var request = call.request();
        if (READING.contains(request.method()) && FILES.matcher(request.path()).matches()) {
            request.headers().remove(HttpHeaders.ORIGIN);
        }
        call.next();
    }
}
