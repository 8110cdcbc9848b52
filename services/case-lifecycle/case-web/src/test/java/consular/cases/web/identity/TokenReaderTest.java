package consular.cases.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.CommandName;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.problem.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The person that a bearer token speaks of. */
class TokenReaderTest {
    private static final TokenProperties PROPERTIES =
            new TokenProperties("consular-cases", "sub", "roles", "posts", "commissioned", "supervises");

    private static SignedIn read(Map<String, Object> claims) {
        return read(PROPERTIES, claims);
    }

    private static SignedIn read(TokenProperties properties, Map<String, Object> claims) {
        var token = new Jwt("x", Instant.EPOCH, Instant.MAX, Map.of("alg", "RS256"), claims);
        var authentication = new TokenReader(properties).convert(token);
        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(Validity.of(authentication)).hasValue(Instant.MAX);
        var person = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
        assertThat(authentication.getName()).isEqualTo(person.name());
        assertThat(authentication.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyElementsOf(
                        person.roles().stream().map(role -> "ROLE_" + role).toList());
        return person;
    }

    @Test
    void roles_posts_and_commission_come_from_the_claims() {
        var person = read(Map.of(
                "sub",
                "ana",
                "roles",
                List.of("SUPERVISOR", "INTAKE"),
                "posts",
                List.of("MNL", "GUZ"),
                "commissioned",
                true));
        assertThat(person.name()).isEqualTo("ana");
        assertThat(person.roles()).containsExactly(Role.INTAKE, Role.SUPERVISOR);
        assertThat(person.commissioned()).isTrue();
        assertThat(person.everyPost()).isFalse();
        assertThat(person.posts()).containsExactlyInAnyOrder(new PostCode("MNL"), new PostCode("GUZ"));
    }

    @Test
    void a_star_is_every_post_and_no_claim_is_none() {
        assertThat(read(Map.of("sub", "ana", "posts", List.of("*"))).worksFor(new PostCode("MNL")))
                .isTrue();
        assertThat(read(Map.of("sub", "ana", "posts", "*")).everyPost()).isTrue();
        var nowhere = read(Map.of("sub", "ana"));
        assertThat(nowhere.everyPost()).isFalse();
        assertThat(nowhere.posts()).isEmpty();
        assertThat(nowhere.commissioned()).isFalse();
    }

    @Test
    void whom_a_person_supervises_comes_from_a_claim() {
        var person = read(Map.of("sub", "ana", "supervises", List.of("ben", "cai")));
        assertThat(person.as(Role.SUPERVISOR).supervision())
                .isEqualTo(Supervision.of(Set.of(new OfficerId("ben"), new OfficerId("cai"))));
        assertThat(read(Map.of("sub", "ana", "supervises", "*")).supervision().includes(new OfficerId("ben")))
                .isTrue();
        assertThat(read(Map.of("sub", "ana")).supervision()).isEqualTo(Supervision.OF_NOBODY);
    }

    @Test
    void roles_that_are_not_ours_and_the_services_own_are_passed_over() {
        var person = read(Map.of("sub", "ana", "roles", List.of("offline_access", "SERVICE", "auditor", "AUDITOR", 7)));
        assertThat(person.roles()).containsExactly(Role.AUDITOR);
        assertThat(read(Map.of("sub", "ana", "roles", Map.of("a", 1))).roles()).isEmpty();
    }

    @Test
    void a_commission_is_true_or_it_is_not() {
        assertThat(read(Map.of("sub", "ana", "commissioned", "true")).commissioned())
                .isFalse();
    }

    @Test
    void the_claims_may_have_other_names() {
        var properties = new TokenProperties("x", "preferred_username", "groups", "sections", "sworn", "leads");
        var person = read(
                properties,
                Map.of(
                        "sub",
                        "4711",
                        "preferred_username",
                        "ana",
                        "groups",
                        "ADMIN",
                        "sections",
                        "MNL",
                        "sworn",
                        true,
                        "leads",
                        "ben"));
        assertThat(person)
                .isEqualTo(new SignedIn(
                        "ana",
                        Set.of(Role.ADMIN),
                        true,
                        false,
                        Set.of(new PostCode("MNL")),
                        Supervision.of(Set.of(new OfficerId("ben")))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "service"})
    void a_token_names_a_person(@Nullable String name) {
        Map<String, Object> claims = name == null ? Map.of("iss", "x") : Map.of("sub", name);
        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> read(claims));
    }

    @Test
    void of_several_roles_the_first_that_will_do_is_taken() {
        var person = read(Map.of("sub", "ana", "roles", List.of("ADMIN", "SUPERVISOR", "ADJUDICATOR", "INTAKE")));
        assertThat(person.require(CommandName.ApplyForVisa::isFor).role()).isEqualTo(Role.INTAKE);
        assertThat(person.require(CommandName.IssueVisa::isFor).role()).isEqualTo(Role.ADJUDICATOR);
        assertThat(person.require(CommandName.SupervisorConcur::isFor).role()).isEqualTo(Role.SUPERVISOR);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> person.require(CommandName.ReceiveAdvisoryOpinion::isFor));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(Map.of("sub", "ana")).require(_ -> true));
    }
}
