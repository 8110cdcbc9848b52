package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import consular.ledger.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How often whoever gives a command goes to the database, beside the append, which the log's own connections carry. */
class RoundTripsTest {
    private static final Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    private static final ThreadLocal<Integer> TRIPS = ThreadLocal.withInitial(() -> 0);

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.create(), Counting.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_registration_and_a_command_on_a_case_that_is_remembered_need_the_append_only() {
        var caseId = new CaseId(UUID.randomUUID());

        assertThat(trips(() -> give(caseId, INTAKE, registration("RT1"), "k1"))).isZero();
        // the first after the registration may find the case in the cache or not, as the repository pleases
        give(caseId, OFFICER, new AddCaseNote("called"), "k2");
        assertThat(trips(() -> give(caseId, OFFICER, new AddCaseNote("called again"), "k3")))
                .isZero();
    }

    @Test
    void a_repeated_request_is_answered_as_before_though_nobody_asked_for_its_key_beforehand() {
        var caseId = new CaseId(UUID.randomUUID());
        give(caseId, INTAKE, registration("RT2"), "k4");
        var first = give(caseId, OFFICER, new AddCaseNote("once"), "k5");

        var again = give(caseId, OFFICER, new AddCaseNote("once"), "k5");

        assertThat(again.replayed()).isTrue();
        assertThat(again.events()).hasSize(1);
        assertThat(again.events().getFirst().eventId())
                .isEqualTo(first.events().getFirst().eventId());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(node.history().of(caseId)).hasSize(2);
    }

    @Test
    void a_repeated_registration_is_answered_as_before_though_it_comes_for_another_case() {
        var first = give(new CaseId(UUID.randomUUID()), INTAKE, registration("RT3"), "k6");
        var again = give(new CaseId(UUID.randomUUID()), INTAKE, registration("RT3"), "k6");

        assertThat(again.replayed()).isTrue();
        assertThat(again.caseId()).isEqualTo(first.caseId());
    }

    @Test
    void a_number_that_is_taken_is_turned_down_by_its_own_code() {
        give(new CaseId(UUID.randomUUID()), INTAKE, registration("RT4"), "k7");

        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> give(new CaseId(UUID.randomUUID()), INTAKE, registration("rt4"), "k8"))
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.DUPLICATE_CASE_NUMBER));
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> give(new CaseId(UUID.randomUUID()), INTAKE, registration("rt4"), "k8"))
                .satisfies(it -> assertThat(it.isReplayed()).isTrue());
    }

    @Test
    void a_number_that_is_taken_is_told_before_whatever_else_is_wrong() {
        give(new CaseId(UUID.randomUUID()), INTAKE, registration("RT5"), "k9");
        var elsewhere = new RegisterCase(
                "RT5",
                new PostCode("XXX"),
                VisaCategory.IMMIGRANT,
                "IR1",
                null,
                registration("RT5").applicants(),
                null);

        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> give(new CaseId(UUID.randomUUID()), INTAKE, elsewhere, "k10"))
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.DUPLICATE_CASE_NUMBER));
    }

    private static int trips(Runnable act) {
        var before = TRIPS.get();
        act.run();
        return TRIPS.get() - before;
    }

    private static CommandAnswer give(CaseId caseId, Actor actor, CaseCommand command, String key) {
        return node.commands()
                .submit(new Submission(
                        command, caseId, actor, null, null, null, new CommandKey("me", key, "aa".repeat(32))));
    }

    private static RegisterCase registration(String number) {
        return new RegisterCase(
                number,
                new PostCode("MNL"),
                VisaCategory.IMMIGRANT,
                "IR1",
                null,
                List.of(new Person(
                        new ApplicantId("a1"), FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH")),
                null);
    }

    @Import(Node.Wiring.class)
    static class Counting {
        @Bean
        static BeanPostProcessor countingTrips() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
                }
            };
        }
    }

    private static final class CountingDataSource extends DelegatingDataSource {
        CountingDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            TRIPS.set(TRIPS.get() + 1);
            return super.getConnection();
        }
    }
}
