package org.eplatform.chat.error;

import java.util.Arrays;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/// Which methods the path of this call answers: a 405 has to say so (RFC 9110, 15.5.6), and the framework does not. Where two resources share the
/// beginning of a path, it even says 404.
final class AllowedMethods {

    private AllowedMethods() {}

    /// The value of `Allow`.
    static String here() {
        var allowed = answered();
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return String.join(", ", allowed);
    }

    /// Whether the path is there, for other methods than this call's.
    static boolean areOthers() {
        var answered = answered();
        return !answered.isEmpty() && !answered.contains(CurrentRequestManager.get().getMethod());
    }

    private static TreeSet<String> answered() {
        var call = CurrentRequestManager.get();
        var path = call.getPathWithoutPrefix();
        var resources = new RequestMapper<>(call.getDeployment().getClassMappers());
        var answered = new TreeSet<String>();
        for (var match = resources.map(path); match != null; match = resources.continueMatching(path, match)) {
            var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            Arrays.stream(match.value.handlers).filter(ClassRoutingHandler.class::isInstance)
                    .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                    .filter(method -> method.getKey() != null && method.getValue().map(remaining) != null)
                    .forEach(method -> answered.add(method.getKey()));
        }
        return answered;
    }
}
