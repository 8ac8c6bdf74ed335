package org.eplatform.chat.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Names a list's next page in a `Link` header (RFC 8288): the same address with another cursor, as a query alone (RFC 3986, 4.2), so that no
/// proxy can spoil it.
public final class NextPage {

    private NextPage() {}

    /// `cursor` is null on the last page.
    public static <T> RestResponse<T> link(T page, UriInfo uri, String parameter, String cursor) {
        var response = ResponseBuilder.create(Status.OK, page);
        if (cursor != null) {
            var query = new HashMap<>(uri.getQueryParameters());
            query.put(parameter, List.of(cursor));
            response.header("Link", "<?" + encode(query) + ">; rel=\"next\"");
        }
        return response.build();
    }

    /// Encodes anew: what the caller sent may hold characters that no address may hold.
    private static String encode(HashMap<String, List<String>> query) {
        return query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
