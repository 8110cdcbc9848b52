package consular.cases.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An OpenID Connect issuer on loopback that signs whatever a test asks for, well or badly. */
public final class SigningIssuer {
    private static final String KEY_ID = "k1";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;

    public SigningIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        strangersKey = new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/.well-known/openid-configuration", """
            {"issuer": "%s", "jwks_uri": "%s/jwks"}\
            """.formatted(uri(), uri()));
        serve("/jwks", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    /** Makes it the issuer that the service trusts. */
    public void trust(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", this::uri);
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(String path, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    /** A token as the service wants it. */
    public String token(String name, Collection<String> roles, Collection<String> posts) throws JOSEException {
        return sign(claims(name, roles, posts).build());
    }

    JWTClaimsSet.Builder claims(String name, Collection<String> roles, Collection<String> posts) {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience("consular-cases")
                .subject(name)
                .claim("roles", List.copyOf(roles))
                .claim("posts", List.copyOf(posts))
                .issueTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(30))));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, JWSAlgorithm.RS256, "JWT", new RSASSASigner(key));
    }

    String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String type) throws JOSEException {
        return sign(claims, algorithm, type, new RSASSASigner(key));
    }

    /** Signed by somebody who has not the issuer's key. */
    String forge(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, JWSAlgorithm.RS256, "JWT", new RSASSASigner(strangersKey));
    }

    /** Signed with what everybody knows, the public key, as if it were a shared secret. */
    String signWithThePublicKey(JWTClaimsSet claims) throws JOSEException {
        return sign(
                claims,
                JWSAlgorithm.HS256,
                "JWT",
                new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String type, JWSSigner signer)
            throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(KEY_ID)
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    public void close() {
        server.stop(0);
    }
}
