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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a case may hold, on nodes that remember it and on such that read it anew. */
class CaseBudgetTest {
    private static final Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);
    private static final String WORDS = "x".repeat(5_200);

    private final CaseId caseId = new CaseId(UUID.randomUUID());

    @Test
    void what_is_full_on_one_node_is_full_on_the_next_and_not_where_more_is_allowed() {
        var database = TestDatabase.create();
        try (var node = Node.on(database, "--consular.case-budget.bytes=20KB")) {
            give(node, registration(), "k1");
            give(node, new AddCaseNote(WORDS), "k2");
            give(node, new AddCaseNote(WORDS), "k3");
            isFull(node, "k4");
            assertThat(give(node, new AddCaseNote(WORDS), "k3").replayed())
                    .as("what was accepted is answered again")
                    .isTrue();
        }
        try (var node = Node.on(database, "--consular.case-budget.bytes=20KB")) {
            isFull(node, "k4");
        }
        try (var node = Node.on(database, "--consular.case-budget.events=6")) {
            isFull(node, "k4");
        }
        try (var node = Node.on(database)) {
            assertThat(give(node, new AddCaseNote(WORDS), "k4").version()).isEqualTo(4);
        }
    }

    private void isFull(Node node, String key) {
        assertThatExceptionOfType(CommandFailure.CaseFull.class)
                .isThrownBy(() -> give(node, new AddCaseNote(WORDS), key));
        assertThat(node.history().of(caseId)).hasSize(3);
    }

    private CommandAnswer give(Node node, CaseCommand command, String key) {
        return node.commands()
                .submit(new Submission(
                        command, caseId, INTAKE, null, null, null, new CommandKey("me", key, "aa".repeat(32))));
    }

    private static RegisterCase registration() {
        return new RegisterCase(
                "CB1",
                new PostCode("MNL"),
                VisaCategory.IMMIGRANT,
                "IR1",
                null,
                List.of(new Person(
                        new ApplicantId("a1"), FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH")),
                null);
    }
}
