package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Browsers trust localhost like TLS, and send it `Secure` cookies.
public final class LocalCookies extends CookieManager {

    private final List<String> came = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return super.get(URI.create(uri.toString().replaceFirst("^http:", "https:")), headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("set-cookie")) {
                came.addAll(values);
            }
        });
        super.put(uri, headers);
    }

    /// Every `Set-Cookie` that came, to the letter.
    public List<String> came() {
        return List.copyOf(came);
    }
}
