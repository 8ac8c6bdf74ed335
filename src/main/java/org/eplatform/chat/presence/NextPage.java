package org.eplatform.chat.presence;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Names a list's next page in a `Link` header (RFC 8288): the same address with another cursor, relative, so that no proxy can spoil it.
public final class NextPage {

    private NextPage() {}

    /// `cursor` is null on the last page.
    public static <T> RestResponse<T> link(T page, UriInfo uri, String parameter, String cursor) {
        var response = ResponseBuilder.create(Status.OK, page);
        if (cursor != null) {
            var full = uri.getRequestUriBuilder().replaceQueryParam(parameter, cursor).build();
            response.header("Link", "<" + full.getRawPath() + "?" + full.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
