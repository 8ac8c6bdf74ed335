package org.eplatform.chat.socket;

import static io.netty.handler.codec.http.websocketx.WebSocketCloseStatus.INVALID_MESSAGE_TYPE;
import static io.netty.handler.codec.http.websocketx.WebSocketCloseStatus.MESSAGE_TOO_BIG;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.util.List;

/// Puts the fragments of a message together (RFC 6455, 5.4). Bounded in bytes, and in fragments too, since empty ones add no bytes.
final class WholeMessages extends WebSocketFrameAggregator {

    static final int MAX_FRAGMENTS = 1_024;

    private int fragments;

    WholeMessages(int maxBytes) {
        super(maxBytes);
    }

    @Override
    public boolean acceptInboundMessage(Object message) throws Exception {
        if (message instanceof BinaryWebSocketFrame binary) {
            binary.release();
            throw new CorruptedWebSocketFrameException(INVALID_MESSAGE_TYPE, "This socket takes text only.");
        }
        return super.acceptInboundMessage(message);
    }

    @Override
    protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> whole) throws Exception {
        fragments = frame instanceof ContinuationWebSocketFrame ? fragments + 1 : 1;
        if (fragments > MAX_FRAGMENTS) {
            throw new CorruptedWebSocketFrameException(MESSAGE_TOO_BIG, "A message may have at most " + MAX_FRAGMENTS + " fragments.");
        }
        super.decode(context, frame, whole);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, WebSocketFrame begun) {
        throw new CorruptedWebSocketFrameException(MESSAGE_TOO_BIG, "A message may have at most " + maxContentLength() + " bytes.");
    }
}
