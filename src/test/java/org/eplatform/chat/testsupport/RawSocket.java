package org.eplatform.chat.testsupport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A client of the socket below any library: it can break each rule of RFC 6455, and answers nothing by itself.
public final class RawSocket implements AutoCloseable {

    public static final int CONTINUATION = 0, TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9, PONG = 10;
    public static final int FIN = 0x80, RSV1 = 0x40, RSV2 = 0x20, RSV3 = 0x10;
    /// What [#awaitClose] returns when the connection ends without a close frame.
    public static final int NO_CLOSE_FRAME = 1006;

    private static final int PATIENCE_MILLIS = 10_000;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private final Socket tcp;
    private final DataInputStream in;
    private final OutputStream out;
    private final String answer;

    /// A frame of the service.
    public record Frame(int opcode, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /// Connects to the service that REST-assured talks to. `headers` are further lines of the request.
    public RawSocket(Person person, String... headers) throws IOException {
        this(person.token() == null ? "chat.v1" : "chat.v1, " + org.eplatform.chat.testsupport.Socket.carry(person.token()), headers);
    }

    /// With these subprotocols as they are.
    public static RawSocket offering(String subprotocols) throws IOException {
        return new RawSocket(subprotocols);
    }

    private RawSocket(String subprotocols, String... headers) throws IOException {
        tcp = new Socket(InetAddress.getLoopbackAddress(), io.restassured.RestAssured.port);
        tcp.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new java.io.BufferedInputStream(tcp.getInputStream()));
        out = tcp.getOutputStream();
        var request = "GET /ws/chat/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + subprotocols + "\r\n";
        send((request + String.join("", java.util.Arrays.stream(headers).map(line -> line + "\r\n").toList()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        var read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            read.append((char) in.readUnsignedByte());
        }
        answer = read.toString();
    }

    /// The status line and the headers that answered the handshake.
    public String answer() {
        return answer;
    }

    /// What came with that answer: a refused handshake says why.
    public String refusal() throws IOException {
        var length = java.util.regex.Pattern.compile("(?i)\r\ncontent-length: (\\d+)").matcher(answer);
        return length.find() ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8) : "";
    }

    /// A masked frame. `first` is its first byte: FIN, the reserved bits and the opcode.
    public void frame(int first, byte[] payload) throws IOException {
        var masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= MASK[i % 4];
        }
        send(ByteBuffer.allocate(14 + masked.length).put(header(first, payload.length)).put(MASK).put(masked));
    }

    public void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes as they are, given in hexadecimal.
    public void hex(String bytes) throws IOException {
        send(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }

    private static byte[] header(int first, long length) {
        var header = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            header.put((byte) (0x80 | length));
        } else if (length <= 0xffff) {
            header.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            header.put((byte) (0x80 | 127)).putLong(length);
        }
        return java.util.Arrays.copyOf(header.array(), header.position());
    }

    private void send(ByteBuffer bytes) throws IOException {
        send(java.util.Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    public Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? Math.toIntExact(in.readLong()) : length;
        return new Frame(opcode, in.readNBytes(length));
    }

    /// Reads on until a frame with this opcode comes.
    public Frame await(int opcode) throws IOException {
        var frame = read();
        while (frame.opcode() != opcode) {
            frame = read();
        }
        return frame;
    }

    /// The code of the service's close frame; whatever comes before it is passed over.
    public int awaitClose() throws IOException {
        try {
            return ByteBuffer.wrap(await(CLOSE).payload()).getShort() & 0xffff;
        } catch (java.io.EOFException | SocketException ended) {
            return NO_CLOSE_FRAME;
        }
    }

    /// Returns when the service has ended the TCP connection, whatever comes before.
    public void awaitEnd() throws IOException {
        try {
            while (in.read() >= 0) { }
        } catch (SocketException reset) {
            // An end as well.
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
