package org.eplatform.chat.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;

/// One socket of the JDK's client. The next frame is asked for when the loop has dealt with the one before, so at most one of each connection waits there.
final class HttpLine implements Deployment.Line, WebSocket.Listener {

    private static final int MAX_WAITING = 1_000;

    private final Deployment.Listener listener;
    private final Loop loop;
    private final StringBuilder text = new StringBuilder();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private WebSocket socket;
    private boolean writing;
    private boolean ended;

    HttpLine(Deployment.Listener listener, Loop loop) {
        this.listener = listener;
        this.loop = loop;
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
        }
        loop.soon(() -> listener.opened(this));
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (!last) {
            from.request(1);
            return null;
        }
        try {
            var frame = HttpDeployment.JSON.readTree(text.toString());
            text.setLength(0);
            loop.soon(() -> {
                if (isOpen()) {
                    listener.heard(frame);
                    from.request(1);
                }
            });
        } catch (JsonProcessingException notJson) {
            abort();
            end(1007);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(1006);
    }

    @Override
    public void say(JsonNode frame) {
        synchronized (this) {
            if (ended) {
                return;
            }
            waiting.add(frame.toString());
            if (writing) {
                if (waiting.size() > MAX_WAITING) {
                    socket.abort();
                    end(1006);
                }
                return;
            }
            writing = true;
        }
        write();
    }

    @Override
    public void abort() {
        synchronized (this) {
            ended = true;
            socket.abort();
        }
    }

    /// The socket is over, or was never opened. Told once.
    void end(int code) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
        }
        loop.soon(() -> listener.ended(code));
    }

    private synchronized boolean isOpen() {
        return !ended;
    }

    /// One write at a time, as the JDK's client wants it.
    private void write() {
        String next;
        synchronized (this) {
            next = ended ? null : waiting.poll();
            writing = next != null;
        }
        if (next != null) {
            socket.sendText(next, true).whenComplete((_, failure) -> {
                if (failure == null) {
                    write();
                } else {
                    end(1006);
                }
            });
        }
    }
}
