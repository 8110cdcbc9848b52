package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.Cases.SUPERVISOR;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static consular.cases.projections.TestPosts.NASSAU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.RecordReviewConsultation;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.RecordWaiver;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.SelectForReview;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.VisaAnnotation;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.projections.report28.Report28;
import consular.cases.projections.reviewreport.ReviewStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given what happened to the cases of a post, these are its reports. Holds R-RPT-01 and R-RPT-02. */
class ReportsTest {
    private static final String FRAUD = "212(a)(6)(C)(i)";

    private ReadSide side;
    private Cases cases;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        cases = side.cases;
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void a_finding_counts_in_its_own_fiscal_year_and_its_overcoming_in_the_next() {
        cases.itIs("2023-09-29", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.itIs("2023-10-04", MANILA);
        cases.presented(caseId);
        overcome(caseId);
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        side.hasSeen(caseId);

        assertThat(report28(Map.of("fiscalYear", "2023")))
                .containsExactly(new Report28("MNL", 2023, "221(g)", 1, 0, 0, 0, 0));
        assertThat(report28(Map.of("fiscalYear", "2024")))
                .containsExactly(
                        new Report28("MNL", 2024, null, 0, 0, 0, 0, 1),
                        new Report28("MNL", 2024, "221(g)", 0, 1, 0, 0, 0));
    }

    @Test
    void waived_reversed_and_superseded_findings_stay_found_and_are_told_apart() {
        cases.itIs("2024-03-05", BOGOTA);
        var waived = cases.refusedFraud(BOGOTA, true);
        cases.give(waived, OFFICER, new RecordWaiver(new FindingId("F1"), "DHS-1"));
        cases.give(waived, OFFICER, new IssueVisa(APPLICANT, VisaAnnotation.WAIVER));
        var reversed = cases.refusedFraud(BOGOTA, true);
        reverse(reversed);
        var superseded = cases.refused221g(BOGOTA);
        cases.refuseForFraud(superseded);
        List.of(waived, reversed, superseded).forEach(side::hasSeen);

        assertThat(report28(Map.of()))
                .containsExactly(
                        new Report28("BGT", 2024, null, 0, 0, 0, 0, 1),
                        new Report28("BGT", 2024, FRAUD, 3, 0, 1, 1, 0),
                        new Report28("BGT", 2024, "221(g)", 1, 0, 0, 0, 0));
    }

    @Test
    void what_is_refused_anew_while_it_stands_is_one_finding_of_the_day_on_which_it_was_first_made() {
        cases.itIs("2023-09-29", BOGOTA);
        var caseId = cases.refusedFraud(BOGOTA, true);
        cases.itIs("2023-10-04", BOGOTA);
        cases.refuseForFraud(caseId);
        cases.give(caseId, OFFICER, new RecordWaiver(new FindingId("F2"), "DHS-1"));
        cases.itIs("2023-10-05", BOGOTA);
        cases.refuseForFraud(caseId);
        side.hasSeen(caseId);

        assertThat(report28(Map.of()))
                .containsExactly(
                        new Report28("BGT", 2023, FRAUD, 1, 0, 0, 0, 0),
                        new Report28("BGT", 2024, FRAUD, 1, 0, 1, 0, 0));
    }

    @Test
    void Q_10_what_was_reversed_is_counted_apart_or_by_choice_with_the_overcome() {
        cases.itIs("2024-03-05", BOGOTA);
        var reversed = cases.refusedFraud(BOGOTA, true);
        reverse(reversed);
        side.hasSeen(reversed);

        var apart = new Report28("BGT", 2024, FRAUD, 1, 0, 0, 1, 0);
        assertThat(report28(Map.of())).containsExactly(apart);
        assertThat(report28(Map.of("reversedAs", "REVERSED"))).containsExactly(apart);
        assertThat(report28(Map.of("reversedAs", "OVERCOME", "fiscalYear", "2024")))
                .containsExactly(new Report28("BGT", 2024, FRAUD, 1, 1, 0, 0, 0));
        assertThatThrownBy(() -> report28(Map.of("reversedAs", "NOTHING"))).isInstanceOf(BadFilter.class);
    }

    @Test
    void a_case_that_was_sent_elsewhere_counts_at_each_post_for_what_was_done_there() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.give(caseId, OFFICER, new TransferCase(BOGOTA.code()));
        cases.presented(caseId);
        overcome(caseId);
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        cases.give(caseId, OFFICER, new TransferCase(NASSAU.code()));
        side.hasSeen(caseId);

        assertThat(report28(Map.of()))
                .containsExactly(
                        new Report28("BGT", 2024, null, 0, 0, 0, 0, 1),
                        new Report28("BGT", 2024, "221(g)", 0, 1, 0, 0, 0),
                        new Report28("MNL", 2024, "221(g)", 1, 0, 0, 0, 0));
    }

    /** At eight in the evening of 30 September at Greenwich it is the same day in Bogota, and 1 October in Manila. */
    @Test
    void Q_32_what_is_counted_at_a_post_is_of_the_fiscal_year_of_its_day_there() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.give(caseId, OFFICER, new TransferCase(BOGOTA.code()));
        cases.itIs(Instant.parse("2024-09-30T20:00:00Z"));
        cases.presented(caseId);
        overcome(caseId);
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        var issued = cases.applied(MANILA);
        cases.give(issued, OFFICER, new TransferCase(BOGOTA.code()));
        cases.give(issued, OFFICER, new IssueVisa(APPLICANT, null));
        List.of(caseId, issued).forEach(side::hasSeen);

        assertThat(report28(Map.of("fiscalYear", "2024")))
                .containsExactly(
                        new Report28("BGT", 2024, null, 0, 0, 0, 0, 2),
                        new Report28("BGT", 2024, "221(g)", 0, 1, 0, 0, 0),
                        new Report28("MNL", 2024, "221(g)", 1, 0, 0, 0, 0));
        assertThat(report28(Map.of("fiscalYear", "2025"))).isEmpty();
    }

    @Test
    void a_year_that_is_none_is_refused() {
        assertThatThrownBy(() -> report28(Map.of("fiscalYear", "24"))).isInstanceOf(BadFilter.class);
    }

    @Test
    void days_out_of_order_are_refused() {
        assertThatThrownBy(() -> reviews(Map.of("from", "2024-03-14", "to", "2024-03-13")))
                .isInstanceOf(BadFilter.class)
                .hasMessageContaining("to");
        assertThat(reviews(Map.of("from", "2024-03-14", "to", "2024-03-14"))).isEmpty();
    }

    @Test
    void reviews_are_reckoned_by_post_and_refusing_officer_over_the_days_of_their_outcomes() {
        cases.itIs("2024-03-04", MANILA);
        var concurred = cases.refusedFraud(MANILA, true);
        var reversed = cases.refusedFraud(MANILA, true);
        var open = cases.refusedFraud(MANILA, true);
        cases.give(concurred, SUPERVISOR, new SupervisorConcur(new RefusalId("R1"), "agreed"));
        cases.itIs("2024-03-14", MANILA);
        reverse(reversed);
        List.of(concurred, reversed, open).forEach(side::hasSeen);

        assertThat(reviews(Map.of()))
                .containsExactly(new ReviewStatistics("MNL", "officer-a", 2, 1, 1, 0, 0, 0, 0.5, 0.5, 0, 0, 10, 0));
        assertThat(reviews(Map.of("from", "2024-03-05", "to", "2024-03-14")))
                .singleElement()
                .returns(1L, ReviewStatistics::reviewed)
                .returns(10, ReviewStatistics::medianDays);
        assertThat(reviews(Map.of("to", "2024-03-03"))).isEmpty();
    }

    @Test
    void the_review_of_a_visa_is_counted_apart() {
        cases.itIs("2024-03-04", MANILA);
        var issued = cases.applied(MANILA);
        cases.give(issued, OFFICER, new IssueVisa(APPLICANT, null));
        cases.give(issued, SUPERVISOR, new SelectForReview(null, APPLICANT));
        cases.itIs("2024-03-14", MANILA);
        cases.give(issued, SUPERVISOR, new RecordReviewConsultation(null, APPLICANT, "looked at"));
        side.hasSeen(issued);

        assertThat(reviews(Map.of()))
                .containsExactly(new ReviewStatistics("MNL", "officer-a", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        assertThat(reviews(Map.of("to", "2024-03-13"))).isEmpty();
    }

    @Test
    void what_no_supervisor_saw_was_not_reviewed() {
        cases.itIs("2024-03-04", MANILA);
        var unseen = cases.refusedFraud(MANILA, true);
        cases.give(unseen, OFFICER, new ReverseOwnRefusal(new RefusalId("R1"), "on reflection"));
        var discussed = cases.refusedFraud(MANILA, true);
        cases.give(
                discussed,
                SUPERVISOR,
                new RecordReviewDiscussion(new RefusalId("R1"), "talked", ProposedAction.REVERSE, true));
        cases.give(discussed, OFFICER, new ReverseOwnRefusal(new RefusalId("R1"), "convinced"));
        List.of(unseen, discussed).forEach(side::hasSeen);

        assertThat(reviews(Map.of()))
                .singleElement()
                .returns(1L, ReviewStatistics::reviewed)
                .returns(1L, ReviewStatistics::resolvedByAdjudicator);
    }

    @Test
    void a_review_is_reckoned_at_the_post_that_refused_wherever_the_case_has_been_sent() {
        cases.itIs("2024-03-04", MANILA);
        var concurredThenSent = cases.refusedFraud(MANILA, true);
        cases.give(concurredThenSent, SUPERVISOR, new SupervisorConcur(new RefusalId("R1"), "agreed"));
        cases.give(concurredThenSent, OFFICER, new TransferCase(BOGOTA.code()));
        var sentThenConcurred = cases.refusedFraud(MANILA, true);
        cases.give(sentThenConcurred, OFFICER, new TransferCase(BOGOTA.code()));
        cases.give(sentThenConcurred, SUPERVISOR, new SupervisorConcur(new RefusalId("R1"), "agreed"));
        List.of(concurredThenSent, sentThenConcurred).forEach(side::hasSeen);

        assertThat(reviews(Map.of()))
                .singleElement()
                .returns("MNL", ReviewStatistics::post)
                .returns(2L, ReviewStatistics::concurred);
    }

    private List<Object> report28(Map<String, String> filters) {
        return side.all(ReadModelName.REPORT_28, filters);
    }

    private List<ReviewStatistics> reviews(Map<String, String> filters) {
        return side.all(ReadModelName.REVIEW_REPORT, filters).stream()
                .map(ReviewStatistics.class::cast)
                .toList();
    }

    private void overcome(CaseId caseId) {
        cases.give(caseId, OFFICER, new OvercomeRefusal(List.of(new FindingId("F1")), OvercomeBasis.EVIDENCE));
    }

    private void reverse(CaseId caseId) {
        var refusal = new RefusalId("R1");
        cases.give(caseId, SUPERVISOR, new RecordReviewDiscussion(refusal, "talked", ProposedAction.REVERSE, true));
        cases.give(caseId, SUPERVISOR, new SupervisorReverse(refusal, "the facts do not bear it"));
    }
}
