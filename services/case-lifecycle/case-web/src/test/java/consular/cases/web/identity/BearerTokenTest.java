package consular.cases.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import consular.cases.web.Api;
import consular.cases.web.WebTestApplication;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Which bearer tokens are accepted, and what is said to whoever brings another. */
@SpringBootTest(classes = WebTestApplication.class, properties = "spring.mvc.problemdetails.enabled=true")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("production")
class BearerTokenTest {
    private static final String RULES = "/api/v1/rule-sets";
    private static final SigningIssuer ISSUER = issuer();

    @Autowired
    private MockMvcTester mvc;

    private static SigningIssuer issuer() {
        try {
            return new SigningIssuer();
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        ISSUER.trust(settings);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    private Api.Answer with(String token) {
        return new Api(mvc, "").get(RULES, "Authorization", "Bearer " + token);
    }

    private static JWTClaimsSet.Builder claims() {
        return ISSUER.claims("ana", List.of("AUDITOR"), List.of("*"));
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
    void a_token_of_access_is_accepted(String type) throws Exception {
        with(ISSUER.sign(claims().build(), JWSAlgorithm.RS256, type)).isStatus(200);
    }

    @Test
    void clocks_may_differ_a_little() throws Exception {
        with(ISSUER.sign(claims().expirationTime(ago(Duration.ofSeconds(15))).build()))
                .isStatus(200);
        with(ISSUER.sign(claims().notBeforeTime(ago(Duration.ofSeconds(-15))).build()))
                .isStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired a minute ago",
                "not valid before a minute from now",
                "without an end",
                "of another audience",
                "of no audience",
                "of another issuer",
                "of no issuer",
                "of another algorithm",
                "of another type",
                "forged",
                "unsigned",
                "signed with the public key",
                "of nobody",
                "no token at all"
            })
    void any_other_is_refused_with_the_reason(String which) throws Exception {
        var answer = with(token(which)).isProblem(401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"consular cases\", error=\"invalid_token\"");
        assertThat(answer.json().get("detail").stringValue())
                .startsWith("the bearer token is not accepted: ")
                .doesNotContain("decode");
    }

    private static String token(String which) throws JOSEException {
        return switch (which) {
            case "expired a minute ago" ->
                ISSUER.sign(claims().expirationTime(ago(Duration.ofMinutes(1))).build());
            case "not valid before a minute from now" ->
                ISSUER.sign(claims().notBeforeTime(ago(Duration.ofMinutes(-1))).build());
            case "without an end" -> ISSUER.sign(claims().expirationTime(null).build());
            case "of another audience" ->
                ISSUER.sign(claims().audience("payroll").build());
            case "of no audience" ->
                ISSUER.sign(claims().audience((String) null).build());
            case "of another issuer" ->
                ISSUER.sign(claims().issuer(ISSUER.uri() + "/").build());
            case "of no issuer" -> ISSUER.sign(claims().issuer(null).build());
            case "of another algorithm" -> ISSUER.sign(claims().build(), JWSAlgorithm.PS256, "JWT");
            case "of another type" -> ISSUER.sign(claims().build(), JWSAlgorithm.RS256, "logout+jwt");
            case "forged" -> ISSUER.forge(claims().build());
            case "unsigned" -> SigningIssuer.unsigned(claims().build());
            case "signed with the public key" -> ISSUER.signWithThePublicKey(claims().build());
            case "of nobody" -> ISSUER.sign(claims().subject(null).build());
            case "no token at all" -> "open-sesame";
            default -> throw new IllegalArgumentException(which);
        };
    }

    @Test
    void the_reason_is_the_one_that_the_client_can_mend() throws Exception {
        assertThat(with(token("expired a minute ago")).json().get("detail").stringValue())
                .contains("expired at");
        assertThat(with(token("of another audience")).json().get("detail").stringValue())
                .contains("aud");
        assertThat(with(token("of another issuer")).json().get("detail").stringValue())
                .contains("iss");
    }

    @Test
    void whoever_brings_none_is_told_what_is_needed() {
        for (var headers : List.of(new String[0], new String[] {"Authorization", "Basic YXVkaXRvcjpsb2NhbA=="})) {
            var answer = new Api(mvc, "").get(RULES, headers).isProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate"))
                    .startsWith("Bearer realm=\"consular cases\"")
                    .doesNotContain("error");
            assertThat(answer.json().get("detail").stringValue()).isEqualTo("a valid bearer token is needed");
        }
    }

    @Test
    void a_token_is_taken_from_the_header_and_from_nowhere_else() throws Exception {
        var token = ISSUER.sign(claims().build());
        new Api(mvc, "").get(RULES + "?access_token=" + token).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void whoever_may_not_is_told_that_the_token_does_not_suffice() throws Exception {
        var dashboard = ISSUER.token("board", List.of("DASHBOARD"), List.of("MNL"));
        for (var path : List.of("/api/v1/events", "/api/v1/fee-windows?post=GUZ", "/actuator")) {
            var answer = new Api(mvc, "").get(path, "Authorization", "Bearer " + dashboard);
            answer.isStatus(403);
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
        }
        assertThat(with(dashboard).isStatus(200).header("WWW-Authenticate")).isEqualTo("null");
    }

    @Test
    void the_resource_names_its_issuer_to_anybody() {
        var about = new Api(mvc, "")
                .get("/.well-known/oauth-protected-resource")
                .isStatus(200)
                .json();
        assertThat(about.get("authorization_servers").get(0).stringValue()).isEqualTo(ISSUER.uri());
        assertThat(about.get("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
    }
}
