package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of a real Keycloak sign in with the realm that is shipped, and nobody else does. */
class KeycloakIT {
    private static final String CASES = "/api/v1/cases";

    /** The lasting identity of officer-a in the realm. */
    private static final String OFFICER_A = "00000000-0000-4000-8000-000000000001";

    @TempDir
    private static Path folder;

    private static Keycloak keycloak;
    private static Production production;
    private static PackagedService service;

    /** Two cases, refused at Manila by officer-a and at Ciudad Juárez by officer-cdj. */
    private static String atManila = "";

    private static String atJuarez = "";

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.begin(folder);
        production = new Production(folder);
        service = production.start(
                Map.of(
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", keycloak.issuer(),
                        "CONSULAR_SECURITY_ROLES_CLAIM", "realm_access.roles",
                        "CONSULAR_SECURITY_CLOCK_SKEW", "PT0S"),
                "--consular.policy.review.chain-of-command=true");
        keycloak.await();
        atManila = refused("MNL", "officer-a");
        atJuarez = refused("CDJ", "officer-cdj");
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (production != null) {
            production.close();
        }
        keycloak.close();
    }

    private static String refused(String post, String officer) throws Exception {
        var registered = as("intake", "POST", CASES, at("01:00", Requests.registration(Requests.caseNumber(), post)));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var path = CASES + "/" + json(registered).get("caseId").stringValue();
        accepted(as(officer, "POST", path + "/commands/ApplyForVisa", at("02:00", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R-1", "place": "NVC"}}\
            """)));
        accepted(as(officer, "POST", path + "/commands/Refuse221g", at("02:30", """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}\
            """)));
        return path;
    }

    /** A body of an act on a day when both posts work, whatever day it is today. */
    private static String at(String hour, String body) {
        return """
            {"effectiveAt": "2024-03-05T%s:00Z", "lateEntryReason": "entered from paper", \
            """.formatted(hour) + body.strip().substring(1);
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> as(String user, String method, String path, @Nullable String body)
            throws InterruptedException {
        var token = user.equals("dashboard") ? keycloak.tokenOfDashboard() : keycloak.tokenOf(user);
        return with(token, method, path, body);
    }

    private static HttpResponse<String> with(String token, String method, String path, @Nullable String body) {
        return service.send(method, path, body, null, "Authorization", "Bearer " + token);
    }

    @ParameterizedTest(name = "{0} may {1} {2} and not {3} {4}")
    @CsvSource({
        "intake,       POST, {case}/commands/PresentEvidence?dryRun=true, POST, {case}/commands/AddCaseNote",
        "officer-a,    POST, {case}/commands/AddCaseNote?dryRun=true,     GET,  /api/v1/audit/checkpoint",
        "supervisor-a, POST, {case}/commands/SelectForReview?dryRun=true, GET,  /api/v1/admin/read-models/status",
        "visa-office,  POST, {case}/commands/InstructNotice?dryRun=true,  POST, {case}/commands/AddCaseNote",
        "auditor,      GET,  /api/v1/audit/accesses,                      POST, {case}/commands/AddCaseNote",
        "dashboard,    GET,  /api/v1/fee-windows,                         GET,  {case}",
        "admin,        GET,  /api/v1/admin/read-models/status,            POST, {case}/commands/AddCaseNote"
    })
    void each_role_signs_in_and_may_do_its_own(
            String user, String method, String allowed, String otherMethod, String forbidden) throws Exception {
        var granted = as(user, method, allowed.replace("{case}", atManila), method.equals("POST") ? "{}" : null);
        // a body without members is looked at once the person is let in, and found wanting
        assertThat(granted.statusCode()).as(granted.body()).isIn(200, 400);
        var refused =
                as(user, otherMethod, forbidden.replace("{case}", atManila), otherMethod.equals("POST") ? "{}" : null);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("FORBIDDEN_ROLE");
    }

    @Test
    void an_officer_of_one_post_sees_no_case_of_another() throws Exception {
        assertThat(as("officer-cdj", "GET", atJuarez, null).statusCode()).isEqualTo(200);
        var foreign = as("officer-cdj", "GET", atManila, null);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(json(foreign).get("code").stringValue()).isEqualTo("FORBIDDEN_POST");
        assertThat(foreign.headers().firstValue("WWW-Authenticate").orElse("")).contains("insufficient_scope");
    }

    @Test
    void the_record_keeps_the_lasting_identity() throws Exception {
        var history = as("auditor", "GET", atManila + "/events", null);
        assertThat(history.body()).contains(OFFICER_A).doesNotContain("officer-a");
    }

    @Test
    void commission_and_chain_of_command_are_those_of_the_realm() throws Exception {
        var body = at("03:00", "{\"refusalId\": \"R1\", \"remarks\": \"agreed\"}");
        var concur = "/commands/SupervisorConcur?dryRun=true";
        assertThat(json(as("supervisor-x", "POST", atManila + concur, body))
                        .get("code")
                        .stringValue())
                .isEqualTo("NO_COMMISSION");
        assertThat(json(as("supervisor-a", "POST", atJuarez + concur, body))
                        .get("code")
                        .stringValue())
                .isEqualTo("CHAIN_OF_COMMAND");
        accepted(as("supervisor-a", "POST", atManila + concur, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for another audience",
                "of another realm",
                "by another name of the issuer",
                "an ID token",
                "a refresh token",
                "expired",
                "forged",
                "alg none",
                "HS256 with the public key",
                "with the claims of another"
            })
    void nobody_gets_in_with_a_token(String which) throws Exception {
        var answer = with(token(which), "GET", "/api/v1/rule-sets", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    }

    private static String token(String which) throws Exception {
        return switch (which) {
            case "for another audience" -> keycloak.tokenForAnotherAudience("auditor");
            case "of another realm" -> keycloak.tokenOfAnotherRealm();
            case "by another name of the issuer" -> keycloak.tokenByAnotherName("auditor");
            case "an ID token" ->
                keycloak.everyTokenOf("auditor").get("id_token").stringValue();
            case "a refresh token" ->
                keycloak.everyTokenOf("auditor").get("refresh_token").stringValue();
            case "expired" -> expired();
            case "forged" -> signed(JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate()));
            case "alg none" ->
                new PlainJWT(SignedJWT.parse(keycloak.tokenOf("auditor")).getJWTClaimsSet()).serialize();
            case "HS256 with the public key" ->
                signed(
                        JWSAlgorithm.HS256,
                        new MACSigner(key().toRSAKey().toRSAPublicKey().getEncoded()));
            case "with the claims of another" -> {
                var auditor = keycloak.tokenOf("auditor").split("\\.");
                var officer = keycloak.tokenOf("officer-a").split("\\.");
                yield auditor[0] + "." + officer[1] + "." + auditor[2];
            }
            default -> throw new IllegalArgumentException(which);
        };
    }

    @Test
    void the_compose_file_starts_the_same_version_with_the_same_realm() throws Exception {
        var version = System.getProperty("keycloak.home").replaceAll(".*keycloak-", "");
        assertThat(Path.of("..", "..", "..", "docker-compose.yml"))
                .content()
                .contains("image: quay.io/keycloak/keycloak:" + version)
                .contains("./ops/keycloak/consular-realm.json:/opt/keycloak/data/import/consular-realm.json:ro");
    }

    /** A good token that was let to grow old. */
    private static String expired() throws InterruptedException, ParseException {
        keycloak.letTokensLive(10);
        try {
            var token = keycloak.newTokenOf("auditor");
            assertThat(with(token, "GET", "/api/v1/rule-sets", null).statusCode())
                    .as("it is good at first")
                    .isEqualTo(200);
            var end =
                    SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant();
            TimeUnit.MILLISECONDS.sleep(Math.max(
                    0, Duration.between(Instant.now(), end.plusSeconds(1)).toMillis()));
            return token;
        } finally {
            keycloak.letTokensLive(300);
        }
    }

    /** What the realm says of the auditor, under its key's name, signed by somebody else. */
    private static String signed(JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException, ParseException, InterruptedException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key().getKeyID()).build(),
                SignedJWT.parse(keycloak.tokenOf("auditor")).getJWTClaimsSet());
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** The public key that the realm's tokens are verified with. */
    private static JWK key() throws ParseException, InterruptedException {
        List<JWK> keys = JWKSet.parse(keycloak.keys()).getKeys();
        return keys.stream()
                .filter(key -> key.getKeyUse() == KeyUse.SIGNATURE)
                .findFirst()
                .orElseThrow();
    }
}
