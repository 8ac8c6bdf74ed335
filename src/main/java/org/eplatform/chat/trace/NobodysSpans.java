package org.eplatform.chat.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/// Takes out of the framework's spans what says who called or what they looked for: paths hold the ids of people, queries what they typed and the codes of
/// logins. `http.route` stays and says which call it was.
@Singleton
class NobodysSpans implements SpanProcessor {

    /// The word that the semantic conventions of OpenTelemetry have for it.
    private static final String REDACTED = "REDACTED";

    private static final List<AttributeKey<String>> PERSONAL = List.of(AttributeKey.stringKey("url.path"), AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"), AttributeKey.stringKey("network.peer.address"), AttributeKey.stringKey("user_agent.original"));

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        PERSONAL.forEach(key -> {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, REDACTED);
            }
        });
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
    }
}
