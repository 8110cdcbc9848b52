package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.DEPARTMENT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.Cases.SUPERVISOR;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.SupervisorRefer;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.projections.advisoryopinions.RequestedOpinion;
import consular.cases.projections.decisionsdue.DecisionDue;
import consular.cases.projections.reviews.RefusalReview;
import consular.cases.projections.terminations.RegistrationState;
import consular.cases.projections.terminations.RegistrationTermination;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Given what happened to a case, these are its rows. */
class ReadModelRowsTest {
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
    void a_registration_is_warned_terminated_and_final() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        assertThat(terminations(caseId))
                .containsExactly(new RegistrationTermination(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        TerminationKind.TERM_B,
                        date("2024-03-05"),
                        date("2025-03-06"),
                        RegistrationState.ACTIVE,
                        null,
                        date("2026-03-05")));

        cases.itIs("2025-02-10", MANILA);
        cases.timePassed(caseId);
        assertThat(states(caseId)).containsExactly(RegistrationState.WARNED);

        cases.itIs("2025-03-06", MANILA);
        cases.timePassed(caseId);
        assertThat(terminations(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(RegistrationState.TERMINATED);
            assertThat(row.terminateFrom()).isEqualTo("2025-03-06");
            assertThat(row.terminatedOn()).isEqualTo("2025-03-06");
        });

        cases.itIs("2026-03-06", MANILA);
        cases.timePassed(caseId);
        assertThat(states(caseId)).containsExactly(RegistrationState.FINAL);
    }

    @Test
    void a_case_that_is_sent_to_another_post_is_listed_there() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.give(caseId, OFFICER, new TransferCase(BOGOTA.code()));

        assertThat(terminations(caseId))
                .singleElement()
                .extracting(RegistrationTermination::post)
                .isEqualTo("BGT");
        assertThat(reviews(caseId))
                .singleElement()
                .extracting(RefusalReview::post)
                .isEqualTo("BGT");
    }

    @Test
    void a_clock_that_was_met_is_no_termination() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.registered(MANILA);
        cases.give(caseId, OFFICER, new NotifyVisaAvailability(date("2024-03-05")));
        assertThat(terminations(caseId))
                .singleElement()
                .extracting(RegistrationTermination::kind)
                .isEqualTo(TerminationKind.TERM_A);

        cases.give(
                caseId,
                OFFICER,
                new ApplyForVisa(
                        APPLICANT,
                        "DS-260",
                        new consular.cases.domain.Fee(true, "R1", consular.cases.domain.Fee.Place.NVC)));
        assertThat(terminations(caseId)).isEmpty();
    }

    @Test
    void an_application_is_due_until_decided_and_overdue_from_local_midnight() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.applied(MANILA);
        assertThat(decisions(caseId))
                .containsExactly(new DecisionDue(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        ApplicationState.UNDECIDED,
                        date("2024-03-05"),
                        date("2024-03-05"),
                        false));

        cases.itIs(MANILA.startOf(date("2024-03-06")));
        assertThat(decisions(caseId)).extracting(DecisionDue::overdue).containsExactly(true);
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        assertThat(decisions(caseId)).isEmpty();
    }

    @Test
    void a_decision_that_nobody_may_give_is_not_due() {
        cases.itIs("2022-03-01", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.itIs("2023-06-01", MANILA);
        cases.timePassed(caseId);
        cases.give(caseId, OFFICER, new ReverseOwnRefusal(new RefusalId("R1"), "on reflection"));
        assertThat(decisions(caseId)).isEmpty();

        cases.give(caseId, OFFICER, new ReinstateRegistration("the refusal was wrong"));
        assertThat(decisions(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ApplicationState.REOPENED);
            assertThat(row.decisionDue()).isEqualTo("2023-06-01");
        });
    }

    @Test
    void an_opinion_shows_when_to_ask_again_until_it_is_answered() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.applied(MANILA);
        cases.give(
                caseId,
                OFFICER,
                new Refuse221g(
                        APPLICANT,
                        List.of(new consular.cases.domain.ReasonGiven(
                                "Other", consular.cases.domain.ReasonGiven.Processing.ADMINISTRATIVE, "to be cleared")),
                        true));
        cases.give(caseId, OFFICER, new RequestAdvisoryOpinion(APPLICANT, new FindingId("F1"), "is it material?"));
        assertThat(opinions(caseId))
                .containsExactly(new RequestedOpinion(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "MNL",
                        "a1",
                        "R1",
                        "F1",
                        "AO1",
                        OpinionOrigin.OFFICER,
                        OpinionState.REQUESTED,
                        date("2024-03-05"),
                        date("2024-05-04")));

        cases.give(
                caseId,
                DEPARTMENT,
                new ReceiveAdvisoryOpinion(new AdvisoryOpinionId("AO1"), OpinionOutcome.NO_INELIGIBILITY, null, false));
        assertThat(opinions(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(OpinionState.RECEIVED);
            assertThat(row.nextFollowUpOn()).isNull();
        });
    }

    @Test
    void an_opinion_that_a_reviewer_asked_for_names_the_refusal_referred() {
        cases.itIs("2024-03-05", MANILA);
        var caseId = cases.refused221g(MANILA);
        cases.give(
                caseId,
                OFFICER,
                new RefuseIneligible(
                        APPLICANT, List.of(new GroundGiven("212(a)(4)", "no means", false, false, false)), true));
        var refusal = new RefusalId("R2");
        cases.give(caseId, SUPERVISOR, new RecordReviewDiscussion(refusal, "unsure", ProposedAction.REFER, true));
        cases.give(caseId, SUPERVISOR, new SupervisorRefer(refusal, "is it enough?"));

        assertThat(opinions(caseId)).singleElement().satisfies(row -> {
            assertThat(row.origin()).isEqualTo(OpinionOrigin.REVIEW);
            assertThat(row.refusalId()).isEqualTo("R2");
            assertThat(row.findingId()).isNull();
        });
    }

    private static List<RegistrationTermination> terminations(CaseId caseId) {
        return side.rows(ReadModelName.TERMINATIONS, RegistrationTermination.class, caseId);
    }

    private static List<RegistrationState> states(CaseId caseId) {
        return terminations(caseId).stream().map(RegistrationTermination::state).toList();
    }

    private static List<RefusalReview> reviews(CaseId caseId) {
        side.hasSeen(caseId);
        return Stream.of(ReviewState.values())
                .flatMap(state -> side.all(ReadModelName.REVIEWS, Map.of("state", state.name())).stream())
                .map(RefusalReview.class::cast)
                .filter(row -> row.caseId().equals(caseId.value()))
                .toList();
    }

    private static List<DecisionDue> decisions(CaseId caseId) {
        return side.rows(ReadModelName.DECISIONS_DUE, DecisionDue.class, caseId);
    }

    private static List<RequestedOpinion> opinions(CaseId caseId) {
        return side.rows(ReadModelName.ADVISORY_OPINIONS, RequestedOpinion.class, caseId);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
