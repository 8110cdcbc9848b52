package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.MANILA;
import static consular.cases.projections.feewindows.FeeWindowStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RequestAdvisoryOpinion;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseView;
import consular.cases.domain.Fee;
import consular.cases.domain.FeeStatus;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.projections.feewindows.FeeWindow;
import consular.cases.projections.feewindows.FeeWindowStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One row for each finding, whatever became of it. */
class FeeWindowRowsTest {
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
    void a_refusal_opens_a_fee_window_of_a_year() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);

        assertThat(feeWindows(caseId))
                .containsExactly(new FeeWindow(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        "R1",
                        "F1",
                        "221(g)",
                        LocalDate.parse("2024-03-05"),
                        LocalDate.parse("2025-03-05"),
                        OPEN,
                        FindingStatus.ACTIVE));
    }

    @Test
    void it_lapses_by_the_date_at_the_post_and_not_before() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        side.hasSeen(caseId);

        cases.itIs(MANILA.startOf(LocalDate.parse("2025-03-06")).minusMillis(1));
        thenWindows(caseId, row("F1", OPEN, FindingStatus.ACTIVE));
        thenListedAs(OPEN, caseId);
        cases.itIs(MANILA.startOf(LocalDate.parse("2025-03-06")));
        thenWindows(caseId, row("F1", LAPSED, FindingStatus.ACTIVE));
        thenListedAs(LAPSED, caseId);
    }

    @Test
    void evidence_in_time_covers_it_and_it_is_listed_still_when_overcome() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.presented(caseId);
        thenWindows(caseId, row("F1", COVERED, FindingStatus.ACTIVE));

        cases.itIs("2025-06-03", MANILA);
        cases.give(caseId, OFFICER, new OvercomeRefusal(List.of(new FindingId("F1")), OvercomeBasis.EVIDENCE));
        thenWindows(caseId, row("F1", COVERED, FindingStatus.OVERCOME));
        thenListedAs(COVERED, caseId);
    }

    @Test
    void closed_by_the_last_day_it_is_covered_and_closed_later_it_stays_lapsed() {
        cases.itIs("2024-03-05", MANILA);
        var inTime = processing();
        var late = processing();
        cases.itIs("2025-03-05", MANILA);
        processed(inTime);
        cases.itIs("2025-03-06", MANILA);
        processed(late);

        thenWindows(inTime, row("F1", COVERED, FindingStatus.OVERCOME));
        thenWindows(late, row("F1", LAPSED, FindingStatus.OVERCOME));
        thenFee(inTime, FeeStatus.PAID);
        thenFee(late, FeeStatus.LAPSED);
    }

    @Test
    void a_new_fee_covers_what_was_closed_late_as_well() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = processing();
        cases.itIs("2025-03-06", MANILA);
        processed(caseId);
        thenWindows(caseId, row("F1", LAPSED, FindingStatus.OVERCOME));

        cases.give(caseId, OFFICER, new ApplyForVisa(APPLICANT, "DS-260", new Fee(true, "N2", Fee.Place.POST)));
        thenFee(caseId, FeeStatus.PAID);
        thenWindows(caseId, row("F1", COVERED, FindingStatus.OVERCOME));
    }

    @Test
    void what_is_closed_after_its_own_year_while_another_kept_the_fee_open_has_not_lapsed() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = processing();
        cases.itIs("2024-06-03", MANILA);
        refuse(caseId, "FPU");
        cases.itIs("2025-03-10", MANILA);
        processed(caseId);

        thenFee(caseId, FeeStatus.OPEN);
        thenWindows(caseId, row("F1", COVERED, FindingStatus.OVERCOME), row("F2", OPEN, FindingStatus.ACTIVE));
    }

    @Test
    void what_is_reversed_never_lapses() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refusedFraud(MANILA, true);
        cases.itIs("2025-06-03", MANILA);
        thenWindows(caseId, row("F1", LAPSED, FindingStatus.ACTIVE));

        cases.give(caseId, OFFICER, new ReverseOwnRefusal(new RefusalId("R1"), "the wrong person"));
        thenWindows(caseId, row("F1", COVERED, FindingStatus.REVERSED));
        thenFee(caseId, FeeStatus.PAID);
    }

    @Test
    void what_was_superseded_is_listed_beside_what_took_its_place() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.itIs("2024-06-03", MANILA);
        cases.give(
                caseId,
                OFFICER,
                new RefuseIneligible(
                        APPLICANT, List.of(new GroundGiven("212(a)(4)", "no means", true, false, false)), true));

        thenWindows(caseId, row("F1", COVERED, FindingStatus.SUPERSEDED), row("F2", OPEN, FindingStatus.ACTIVE));
    }

    @Test
    void a_ground_that_is_refused_anew_has_one_window_open() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refusedFraud(MANILA, true);
        cases.itIs("2024-06-03", MANILA);
        cases.refuseForFraud(caseId);

        thenWindows(caseId, row("F1", COVERED, FindingStatus.SUPERSEDED), row("F2", OPEN, FindingStatus.ACTIVE));
    }

    @Test
    void each_finding_has_its_own_window_and_the_fee_the_most_favourable() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = processing();
        cases.itIs("2024-06-03", MANILA);
        refuse(caseId, "FPU");
        cases.itIs("2025-03-06", MANILA);
        cases.timePassed(caseId);

        thenWindows(caseId, row("F1", LAPSED, FindingStatus.ACTIVE), row("F2", OPEN, FindingStatus.ACTIVE));
        thenFee(caseId, FeeStatus.OPEN);
        assertThat(side.all(ReadModelName.FEE_WINDOWS, Map.of("status", "LAPSED", "findingStatus", "OVERCOME")))
                .noneMatch(row -> row.toString().contains(caseId.toString()));
    }

    @Test
    void a_new_application_and_fee_take_its_place() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = processing();
        cases.itIs("2025-03-06", MANILA);
        cases.timePassed(caseId);
        cases.give(caseId, OFFICER, new ApplyForVisa(APPLICANT, "DS-260", new Fee(true, "R2", Fee.Place.POST)));

        thenWindows(caseId, row("F1", COVERED, FindingStatus.ACTIVE));
        thenFee(caseId, FeeStatus.PAID);
    }

    /** The clock waits, so the case and the list say alike that nothing has lapsed. */
    @Test
    void past_already_when_entered_late_it_lapses_after_the_next_command() {
        cases.itIs("2022-03-01", MANILA);
        var caseId = processing();
        cases.give(caseId, OFFICER, new RequestAdvisoryOpinion(APPLICANT, new FindingId("F1"), "is it material?"));
        cases.itIs("2024-06-03", MANILA);
        cases.timePassed(caseId);
        cases.giveLate(caseId, OFFICER, refusal("FPU"), "2022-03-05");
        cases.timePassed(caseId);
        thenWindows(caseId, row("F1", LAPSED, FindingStatus.ACTIVE), row("F2", OPEN, FindingStatus.ACTIVE));
        thenFee(caseId, FeeStatus.OPEN);

        cases.give(caseId, OFFICER, new AddCaseNote("nothing else in the papers"));
        cases.timePassed(caseId);
        thenWindows(caseId, row("F1", LAPSED, FindingStatus.ACTIVE), row("F2", LAPSED, FindingStatus.ACTIVE));
        thenFee(caseId, FeeStatus.LAPSED);
    }

    private static CaseId processing() {
        var caseId = cases.applied(MANILA);
        refuse(caseId, "SAO");
        return caseId;
    }

    private static void refuse(CaseId caseId, String reason) {
        cases.give(caseId, OFFICER, refusal(reason));
    }

    private static Refuse221g refusal(String reason) {
        return new Refuse221g(APPLICANT, List.of(new ReasonGiven(reason, null, null)), true);
    }

    private static void processed(CaseId caseId) {
        cases.give(
                caseId, OFFICER, new OvercomeRefusal(List.of(new FindingId("F1")), OvercomeBasis.PROCESSING_COMPLETE));
    }

    private static void thenWindows(CaseId caseId, Tuple... expected) {
        assertThat(feeWindows(caseId))
                .extracting(FeeWindow::findingId, FeeWindow::status, FeeWindow::findingStatus)
                .containsExactly(expected);
    }

    private static Tuple row(String findingId, FeeWindowStatus status, FindingStatus findingStatus) {
        return new Tuple(findingId, status, findingStatus);
    }

    /** The filter knows the case under this status and under no other. */
    private static void thenListedAs(FeeWindowStatus expected, CaseId caseId) {
        for (var status : FeeWindowStatus.values()) {
            var listed = side.all(ReadModelName.FEE_WINDOWS, Map.of("status", status.name())).stream()
                    .map(FeeWindow.class::cast)
                    .toList();
            assertThat(listed).allMatch(row -> row.status() == status);
            assertThat(listed.stream().anyMatch(row -> row.caseId().equals(caseId.value())))
                    .isEqualTo(status == expected);
        }
    }

    private static void thenFee(CaseId caseId, FeeStatus expected) {
        assertThat(CaseView.of(cases.file(caseId)).applicants().getFirst().feeStatus())
                .isEqualTo(expected);
    }

    private static List<FeeWindow> feeWindows(CaseId caseId) {
        return side.rows(ReadModelName.FEE_WINDOWS, FeeWindow.class, caseId);
    }
}
