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
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The person that a bearer token speaks of. */
class TokenReaderTest {
    private static final TokenProperties PROPERTIES = bound(Map.of());

    /** As Spring Boot binds the settings, given without their prefix. */
    private static TokenProperties bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("consular.security." + name, value));
        return new Binder(source).bindOrCreate("consular.security", TokenProperties.class);
    }

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
        var properties = bound(Map.of(
                "name-claim", "preferred_username",
                "roles-claim", "groups",
                "posts-claim", "sections",
                "commissioned-claim", "sworn",
                "supervises-claim", "leads"));
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

    @Test
    void claims_may_lie_within_others_and_have_dots_in_their_names() {
        var properties = bound(Map.of(
                "roles-claim", "resource_access.consular.cases.roles",
                "posts-claim", "https://example.org/posts",
                "commissioned-claim", "consular.commissioned",
                "supervises-claim", "consular.nothing.here"));
        var person = read(
                properties,
                Map.of(
                        "sub", "ana",
                        "resource_access", Map.of("consular.cases", Map.of("roles", List.of("SUPERVISOR"))),
                        "https://example.org/posts", List.of("MNL"),
                        "consular", Map.of("commissioned", true, "nothing", "else")));
        assertThat(person.roles()).containsExactly(Role.SUPERVISOR);
        assertThat(person.posts()).containsExactly(new PostCode("MNL"));
        assertThat(person.commissioned()).isTrue();
        assertThat(person.supervision()).isEqualTo(Supervision.OF_NOBODY);
    }

    @Test
    void roles_may_go_by_the_names_of_the_issuer_and_then_by_these_only() {
        var properties = bound(Map.of(
                "naming.adjudicator", "Visa Officer,Consul",
                "naming.SUPERVISOR", "Consul"));
        assertThat(read(properties, Map.of("sub", "ana", "roles", "Visa Officer"))
                        .roles())
                .containsExactly(Role.ADJUDICATOR);
        assertThat(read(properties, Map.of("sub", "ana", "roles", "Consul")).roles())
                .containsExactly(Role.ADJUDICATOR, Role.SUPERVISOR);
        assertThat(read(properties, Map.of("sub", "ana", "roles", List.of("ADJUDICATOR", "AUDITOR")))
                        .roles())
                .isEmpty();
    }

    @Test
    void the_environment_can_say_it_all() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "CONSULAR_SECURITY_NAMING_ADJUDICATOR", "visa-officers,consuls",
                                "CONSULAR_SECURITY_ROLES_CLAIM", "realm_access.roles")));
        var properties = Binder.get(environment).bindOrCreate("consular.security", TokenProperties.class);
        assertThat(properties.naming()).isEqualTo(Map.of(Role.ADJUDICATOR, Set.of("visa-officers", "consuls")));
        assertThat(properties.rolesClaim()).isEqualTo("realm_access.roles");
    }

    @Test
    void posts_may_have_a_prefix_among_other_groups() {
        var properties = bound(Map.of("posts-claim", "groups", "posts-prefix", "/posts/"));
        var person = read(properties, Map.of("sub", "ana", "groups", List.of("/posts/MNL", "/staff", "GUZ", "*")));
        assertThat(person.posts()).containsExactly(new PostCode("MNL"));
        assertThat(person.everyPost()).isFalse();
        assertThat(read(properties, Map.of("sub", "ana", "groups", List.of("/posts/*")))
                        .everyPost())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"naming.service=x", "clock-skew=PT6M", "clock-skew=PT-1S", "audience= ", "naming.consul=x"})
    void settings_that_would_open_a_door_are_refused(String setting) {
        var parts = setting.split("=", 2);
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of(parts[0], parts[1])));
    }

    @Test
    void a_name_is_no_longer_than_a_subject_may_be() {
        assertThat(read(Map.of("sub", "x".repeat(255))).name()).hasSize(255);
        assertThatExceptionOfType(InvalidBearerTokenException.class)
                .isThrownBy(() -> read(Map.of("sub", "x".repeat(256))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "service", "two\nlines", "nul\0", "half \ud800 a pair"})
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
