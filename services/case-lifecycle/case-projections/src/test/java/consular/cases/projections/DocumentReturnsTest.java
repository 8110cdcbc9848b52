package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RequestAdvisoryOpinion;
import consular.cases.domain.CaseCommand.ReturnDocuments;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.projections.documentreturns.CustodyState;
import consular.cases.projections.documentreturns.DocumentReturn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which documents are held, and when they are to go back. */
class DocumentReturnsTest {
    private static ReadSide side;
    private static Cases cases;

    @BeforeAll
    static void start() {
        side = ReadSide.started();
        cases = side.cases;
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void documents_are_held_then_due_then_returned() {
        var caseId = refused("2024-03-05");
        assertThat(rows(caseId))
                .containsExactly(new DocumentReturn(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        "R1",
                        LocalDate.parse("2024-03-05"),
                        LocalDate.parse("2025-03-05"),
                        CustodyState.HELD));

        cases.itIs("2025-03-06", MANILA);
        cases.timePassed(caseId);
        assertThat(rows(caseId)).extracting(DocumentReturn::state).containsExactly(CustodyState.DUE);

        cases.give(caseId, OFFICER, new ReturnDocuments(new RefusalId("R1"), List.of("passport")));
        assertThat(rows(caseId)).isEmpty();
    }

    @Test
    void an_opinion_that_is_awaited_suspends_the_return() {
        var caseId = refused("2024-03-05");
        cases.give(caseId, OFFICER, new RequestAdvisoryOpinion(APPLICANT, new FindingId("F1"), "is it material?"));
        assertThat(rows(caseId)).extracting(DocumentReturn::state).containsExactly(CustodyState.SUSPENDED);
    }

    @Test
    void an_application_that_was_withdrawn_holds_none() {
        var caseId = refused("2024-03-05");
        cases.give(caseId, OFFICER, new WithdrawApplication(APPLICANT, "travels no more"));
        assertThat(rows(caseId)).isEmpty();
    }

    @Test
    void what_was_due_stays_until_it_went_back_though_the_application_had_ended_in_time() {
        var caseId = refused("2024-03-05");
        cases.presented(caseId);
        cases.itIs("2025-03-06", MANILA);
        cases.timePassed(caseId);
        cases.giveLate(caseId, OFFICER, new WithdrawApplication(APPLICANT, "travels no more"), "2025-03-05");
        assertThat(rows(caseId)).extracting(DocumentReturn::state).containsExactly(CustodyState.DUE);
    }

    @Test
    void what_is_due_comes_first_and_the_filters_narrow_the_list() {
        var older = refused("2023-03-06");
        var newer = refused("2024-03-05");
        cases.itIs("2024-03-07", MANILA);
        cases.timePassed(older);
        side.hasSeen(older);
        side.hasSeen(newer);

        assertThat(numbers(Map.of())).containsSubsequence(number(older), number(newer));
        assertThat(numbers(Map.of("state", "DUE"))).contains(number(older)).doesNotContain(number(newer));
        assertThat(numbers(Map.of("returnBefore", "2025-03-05")))
                .contains(number(older))
                .doesNotContain(number(newer));
        assertThat(numbers(Map.of("returnBefore", "2025-03-06"))).contains(number(newer));
    }

    private static CaseId refused(String day) {
        cases.itIs(day, MANILA);
        return cases.refused221g(MANILA);
    }

    private static String number(CaseId caseId) {
        return cases.file(caseId).caseNumber();
    }

    private static List<String> numbers(Map<String, String> filters) {
        return side.all(ReadModelName.DOCUMENT_RETURNS, filters).stream()
                .map(DocumentReturn.class::cast)
                .map(DocumentReturn::caseNumber)
                .toList();
    }

    private static List<DocumentReturn> rows(CaseId caseId) {
        return side.rows(ReadModelName.DOCUMENT_RETURNS, DocumentReturn.class, caseId);
    }
}
