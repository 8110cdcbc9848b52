package consular.cases.service.packaged;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An OpenID Connect issuer on loopback that signs whatever a test asks for. */
final class LocalIssuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;

    LocalIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        strangersKey = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/.well-known/openid-configuration", """
            {"issuer": "%s", "jwks_uri": "%s/jwks", "subject_types_supported": ["public"],
             "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
             "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
            """.formatted(uri(), uri(), uri(), uri()));
        serve("/jwks", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(String path, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    /** A token as the service wants it. */
    String token(String name, List<String> roles, List<String> posts) throws JOSEException {
        return sign(claims(name, roles, posts).build(), key);
    }

    JWTClaimsSet.Builder claims(String name, List<String> roles, List<String> posts) {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience("consular-cases")
                .subject(name)
                .claim("roles", roles)
                .claim("posts", posts)
                .issueTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, key);
    }

    /** Signed by somebody who has not the issuer's key. */
    String forge(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, strangersKey);
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, RSAKey with) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        jwt.sign(new RSASSASigner(with));
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
