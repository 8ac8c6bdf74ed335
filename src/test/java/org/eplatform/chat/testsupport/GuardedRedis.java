package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Redis that speaks TLS alone, and knows one user, who may do what `docs/operations.md` says and nothing else.
public final class GuardedRedis implements AutoCloseable {

    private static final String PASSWORD = "secret-of-redis";

    private final RedisServer server;
    private final Path certificate;

    private GuardedRedis(RedisServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /// `rules` are those of the user, as in a Redis ACL.
    public static GuardedRedis start(List<String> rules) throws IOException, InterruptedException, GeneralSecurityException {
        var folder = Files.createTempDirectory(Path.of("target"), "redis-tls");
        var keys = keys(folder.resolve("keys.p12"));
        var certificate = pem(folder.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("redis").getEncoded());
        var key = pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("redis", PASSWORD.toCharArray()).getEncoded());
        var options = new ArrayList<>(List.of("--port", "0", "--tls-cert-file", certificate.toString(), "--tls-key-file", key.toString(), "--tls-ca-cert-file", certificate.toString(),
                "--tls-auth-clients", "no", "--user", "default", "off", "--user", "chat", "on", ">" + PASSWORD));
        options.addAll(rules);
        return new GuardedRedis(RedisServer.start("--tls-port", options.toArray(String[]::new)), certificate);
    }

    private static KeyStore keys(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "redis", "-keyalg", "EC", "-dname", "CN=localhost",
                "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).inheritIO().start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool makes no key");
        }
        try (var bytes = Files.newInputStream(file)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(bytes, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static Path pem(Path file, String kind, byte[] der) throws IOException {
        return Files.writeString(file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, Base64.getMimeEncoder().encodeToString(der)));
    }

    public String address() {
        return "rediss://chat:" + PASSWORD + "@127.0.0.1:" + server.port();
    }

    /// Whom to trust, as PEM.
    public Path certificate() {
        return certificate.toAbsolutePath();
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }
}
