package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import consular.ledger.postgres.OperatorsScripts;
import consular.ledger.postgres.TestDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that works as the role that ops/database makes for it. */
class LeastPrivilegedNodeTest {
    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void set_up_as_the_scripts_say() throws IOException {
        OperatorsScripts.run(database, "roles.sql");
        Flyway.configure()
                .dataSource(database.as("case_owner").dataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterEach
    void remove_the_roles() {
        OperatorsScripts.removeRoles(database);
    }

    @Test
    void it_takes_commands_and_rebuilds_the_read_models_and_can_change_nothing_that_is_a_record() {
        try (var node = Node.on(
                database.as("case_service"),
                "--spring.flyway.url=" + database.as("case_owner").url(),
                "--spring.flyway.user=case_owner",
                "--spring.flyway.password=none")) {
            var answer = node.commands().submit(registration());
            assertThat(answer.position()).isEqualTo(1);
            var rebuilt = node.readModels().rebuild();
            assertThat(rebuilt.switched()).isTrue();
            assertThat(rebuilt.cases()).isEqualTo(1);
        }
        var service = database.as("case_service").jdbc();
        for (var change : List.of(
                "update event set actor = 'another'",
                "delete from log_batch",
                "delete from case_access",
                "update dead_letter_eviction set reason = 'another'",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "drop table read_models_blue.progress")) {
            assertThatThrownBy(() -> service.sql(change).update())
                    .as(change)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    /** Whoever adds a table says in afterMigrate__case_privileges.sql, or here, whether its rows change. */
    @Test
    void rows_of_these_tables_stay_as_they_are_and_of_no_other() {
        assertThat(database.jdbc().sql("""
            select relname
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
                and not has_table_privilege('case_service', oid, 'update')
            order by relname collate "C"
            """).query(String.class).list())
                .containsExactly(
                        "case_access",
                        "checkpoint",
                        "dead_letter_eviction",
                        "event",
                        "flyway_schema_history",
                        "log_batch",
                        "secret_part",
                        "taken_value",
                        "webhook_discard");
    }

    private static Submission registration() {
        var person =
                new Person(new ApplicantId("a1"), FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH");
        var register = new RegisterCase(
                "LP1", new PostCode("MNL"), VisaCategory.IMMIGRANT, "IR1", null, List.of(person), null);
        var intake = new Actor(new OfficerId("intake"), Role.INTAKE, false);
        return new Submission(register, new CaseId(UUID.randomUUID()), intake, null, null, null, null);
    }
}
