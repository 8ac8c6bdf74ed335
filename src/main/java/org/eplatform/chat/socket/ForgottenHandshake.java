package org.eplatform.chat.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.ext.web.RoutingContext;

/// Lets go of what was worked out to answer the handshake, with the first frame that is written. The framework keeps the request as long as the socket is
/// open, and with it every step by which the token was checked: kilobytes for each idle connection.
final class ForgottenHandshake extends ChannelOutboundHandlerAdapter {

    private final RoutingContext handshake;

    ForgottenHandshake(RoutingContext handshake) {
        this.handshake = handshake;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        if (message instanceof WebSocketFrame) {
            handshake.data().clear();
            handshake.request().headers().clear();
            handshake.response().headers().clear();
            context.pipeline().remove(this);
        }
    }
}
