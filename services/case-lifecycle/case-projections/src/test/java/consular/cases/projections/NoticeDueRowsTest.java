package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.DEPARTMENT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.GiveOralNotice;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.projections.noticesdue.NoticeDue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One row for each refusal of which the applicant is still to be told. */
class NoticeDueRowsTest {
    private static final RefusalId REFUSAL = new RefusalId("R1");

    private ReadSide side;
    private Cases cases;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        cases = side.cases;
        cases.itIs("2024-03-05", MANILA);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void a_refusal_is_listed_until_the_applicant_was_told_both_ways() {
        var caseId = cases.refused221g(MANILA);
        thenDue(caseId, NoticeState.DUE, false, false);

        give(caseId, new IssueWrittenNotice(REFUSAL, null));
        thenDue(caseId, NoticeState.DUE, true, false);

        give(caseId, new GiveOralNotice(REFUSAL));
        assertThat(all(Map.of())).isEmpty();
    }

    @Test
    void who_was_told_by_word_of_mouth_only_is_listed_as_such() {
        var told = cases.refused221g(MANILA);
        give(told, new GiveOralNotice(REFUSAL));
        var untold = cases.refused221g(MANILA);
        List.of(told, untold).forEach(side::hasSeen);

        thenDue(told, NoticeState.ORAL_GIVEN, false, false);
        assertThat(all(Map.of("state", "ORAL_GIVEN")))
                .extracting(NoticeDue::caseId)
                .containsExactly(told.value());
        assertThat(all(Map.of("state", "DUE"))).extracting(NoticeDue::caseId).containsExactly(untold.value());
        assertThatExceptionOfType(BadFilter.class).isThrownBy(() -> all(Map.of("state", "LATE")));
    }

    @Test
    void what_the_department_instructed_on_is_not_due() {
        var caseId = cases.refusedFraud(MANILA, true);
        thenDue(caseId, NoticeState.DUE, false, false);

        cases.give(caseId, DEPARTMENT, new InstructNotice(REFUSAL, NoticeInstruction.NO_NOTICE, "VO-1"));
        side.hasSeen(caseId);
        assertThat(all(Map.of())).isEmpty();
    }

    @Test
    void it_is_overdue_from_the_third_working_day_and_the_overdue_stand_in_front() {
        cases.itIs("2024-03-01", MANILA);
        var early = cases.refused221g(MANILA);
        cases.itIs("2024-03-05", MANILA);
        var late = cases.refused221g(MANILA);
        cases.itIs("2024-03-07", MANILA);
        List.of(early, late).forEach(cases::timePassed);
        thenOverdue(List.of(early, late), true, false);

        cases.itIs("2024-03-08", MANILA);
        List.of(early, late).forEach(cases::timePassed);
        thenOverdue(List.of(early, late), true, true);
    }

    /** What was entered late waits for the next command of a person; until then the alarm is silent, and the list with it. */
    @Test
    void past_already_when_entered_late_it_stands_behind_the_overdue_until_the_alarm_goes_off() {
        var overdue = cases.refused221g(MANILA);
        cases.itIs("2024-03-01", MANILA);
        var entered = cases.applied(MANILA);
        cases.itIs("2024-03-08", MANILA);
        cases.giveLate(
                entered,
                OFFICER,
                new Refuse221g(APPLICANT, List.of(new ReasonGiven("BC", null, null)), true),
                "2024-03-01");
        List.of(overdue, entered).forEach(cases::timePassed);
        thenOverdue(List.of(overdue, entered), true, false);

        give(entered, new AddCaseNote("nothing else in the papers"));
        cases.timePassed(entered);
        thenOverdue(List.of(entered, overdue), true, true);
    }

    @Test
    void it_is_due_on_the_day_of_the_refusal() {
        var caseId = cases.refused221g(MANILA);
        side.hasSeen(caseId);

        assertThat(all(Map.of("dueBefore", "2024-03-05"))).isEmpty();
        assertThat(all(Map.of("dueBefore", "2024-03-06"))).hasSize(1);
    }

    @Test
    void it_follows_the_case_to_another_post() {
        var caseId = cases.refused221g(MANILA);
        give(caseId, new TransferCase(BOGOTA.code()));

        assertThat(all(Map.of()))
                .singleElement()
                .returns("BGT", NoticeDue::post)
                .returns(LocalDate.parse("2024-03-05"), NoticeDue::dueOn);
    }

    private void give(CaseId caseId, CaseCommand command) {
        cases.give(caseId, OFFICER, command);
        side.hasSeen(caseId);
    }

    private void thenDue(CaseId caseId, NoticeState state, boolean written, boolean overdue) {
        assertThat(side.rows(ReadModelName.NOTICES_DUE, NoticeDue.class, caseId))
                .containsExactly(new NoticeDue(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        "R1",
                        LocalDate.parse("2024-03-05"),
                        LocalDate.parse("2024-03-05"),
                        LocalDate.parse("2024-03-08"),
                        state,
                        written,
                        overdue));
    }

    private void thenOverdue(List<CaseId> inOrder, Boolean... overdue) {
        inOrder.forEach(side::hasSeen);
        var rows = all(Map.of());
        assertThat(rows)
                .extracting(NoticeDue::caseId)
                .containsExactlyElementsOf(inOrder.stream().map(CaseId::value).toList());
        assertThat(rows).extracting(NoticeDue::overdue).containsExactly(overdue);
    }

    private List<NoticeDue> all(Map<String, String> filters) {
        return side.all(ReadModelName.NOTICES_DUE, filters).stream()
                .map(NoticeDue.class::cast)
                .toList();
    }
}
