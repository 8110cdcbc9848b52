package consular.cases.web;

import consular.cases.application.CaseRegister;
import consular.cases.application.DigestKey;
import consular.cases.application.PersonKeys;
import consular.cases.application.RuleSetEffects;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.application.webhooks.targets.Targets;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The web tier with everything behind it in memory. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(CaseWebConfiguration.class)
public class WebTestApplication {
    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Policy policy() {
        return Policy.RECOMMENDED;
    }

    @Bean
    Posts posts() {
        return ReferencePosts.load();
    }

    @Bean
    CasesInMemory cases(Posts posts, Clock clock) {
        return new CasesInMemory(posts, clock);
    }

    @Bean
    CaseRegister caseRegister(CasesInMemory cases) {
        return new CaseRegisterInMemory(cases);
    }

    @Bean
    QuasiRefusalsInMemory quasiRefusals(CasesInMemory cases, Posts posts, Clock clock) {
        return new QuasiRefusalsInMemory(cases, posts, clock);
    }

    @Bean
    RuleSetEffects ruleSetEffects(CasesInMemory cases, Posts posts, Clock clock) {
        return new RuleSetEffects(cases, cases, posts, clock);
    }

    @Bean
    RowsInMemory rows() {
        return new RowsInMemory();
    }

    @Bean
    KeysInMemory keyedOperations() {
        return new KeysInMemory();
    }

    @Bean
    AuditInMemory auditTrail() {
        return new AuditInMemory();
    }

    @Bean
    PersonKeys personKeys() {
        return () -> new PersonKeys.Rotation("2", 7, 1, 3, List.of("1"));
    }

    @Bean
    AccessesInMemory accesses() {
        return new AccessesInMemory();
    }

    @Bean
    DeadLettersInMemory deadLetters() {
        return new DeadLettersInMemory();
    }

    @Bean
    DigestKey digestKey() {
        return () -> "the key of the tests".getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    ImportsInMemory imports() {
        return new ImportsInMemory();
    }

    @Bean
    SubscriptionsInMemory subscriptions() {
        return new SubscriptionsInMemory();
    }

    /** One name leads inside, and every other to a public address. */
    @Bean
    Targets webhookTargets() {
        return new Targets(
                host -> new InetAddress[] {
                    InetAddress.ofLiteral(host.equals("inside.example") ? "10.0.0.1" : "93.184.215.14")
                },
                Set.of(443),
                false);
    }

    @Bean
    OperationsInMemory operations() {
        return new OperationsInMemory();
    }
}
