package org.eplatform.chat.socket;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/// Fails a connection whose client broke the rules (RFC 6455, 7.1.7): says why in a close frame, reads no further, and writes nothing after it.
final class FailedConnection extends ChannelDuplexHandler {

    /// A connection that is cut while bytes are under way is reset, and a reset takes the close frame away from the client.
    private static final long LINGER_SECONDS = 1;

    private boolean failed;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) throws Exception {
        if (!(failure instanceof CorruptedWebSocketFrameException violation)) {
            super.exceptionCaught(context, failure);
        } else if (!failed) {
            failed = true;
            context.pipeline().addBefore("wsdecoder", "chat-unheard", new Unheard());
            context.writeAndFlush(new CloseWebSocketFrame(violation.closeStatus(), violation.closeStatus().reasonText()));
            context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (failed) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
        } else {
            super.write(context, message, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (failed) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    private static final class Unheard extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
