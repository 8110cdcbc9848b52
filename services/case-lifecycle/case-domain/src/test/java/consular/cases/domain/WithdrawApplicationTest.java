package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.DERIVATIVE_WITHOUT_PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationWithdrawn;
import consular.cases.domain.EventByTime.AdvisoryOpinionFollowUpDue;
import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ProposedAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawApplicationTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void ends_the_application_and_its_limit() {
        manila.when("officer-a", withdraw())
                .thenEvents(ApplicationWithdrawn.class)
                .thenState(ApplicationState.WITHDRAWN)
                .thenDeadline(DeadlineKind.DECISION, "2024-03-05", "2024-03-06", DeadlineState.STOPPED)
                .clock("2024-03-07T09:00")
                .thenNever(DecisionOverdue.class);
        assertThat(manila.applicant().decisionOverdue()).isFalse();
    }

    @Test
    void needs_an_application_that_has_not_ended() {
        CaseScenario.registered("2024-03-05").when("officer-a", withdraw()).thenRejected(BAD_STATE);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", issue())
                .when("officer-a", withdraw())
                .thenRejected(BAD_STATE);
        manila.given("officer-a", withdraw()).when("officer-a", withdraw()).thenRejected(BAD_STATE);
    }

    @Test
    void leaves_the_refusal_on_record_but_stops_its_clocks_and_the_opinion() {
        manila.given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F1"))
                .given("officer-a", withdraw());

        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(manila.view().advisoryOpinions()).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(OpinionState.WITHDRAWN);
            assertThat(it.nextFollowUpOn()).isNull();
        });
        for (var kind : List.of(
                DeadlineKind.FEE_WINDOW, DeadlineKind.TERM_B, DeadlineKind.TERM_WARNING, DeadlineKind.AO_FOLLOW_UP)) {
            assertThat(manila.deadlines(kind))
                    .as(kind.name())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.state()).isEqualTo(DeadlineState.STOPPED));
        }
        manila.clock("2026-03-06T09:00")
                .thenNever(FeeWindowClosed.class)
                .thenNever(RegistrationTerminated.class)
                .thenNever(AdvisoryOpinionFollowUpDue.class)
                .thenRegistration(RegistrationState.ACTIVE);
        manila.when("visa-office", favourable("AO1", null)).thenRejected(BAD_STATE);
    }

    @Test
    void a_nonimmigrant_who_withdrew_does_not_lapse() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", withdraw())
                .clock("2025-06-04T09:00")
                .thenNever(ApplicationLapsed.class)
                .thenState(ApplicationState.WITHDRAWN);
    }

    @Test
    void what_would_go_on_with_the_application_has_no_place() {
        manila.given("officer-a", refuse221g("BC")).given("officer-a", withdraw());

        for (var command : List.of(
                apply(),
                issue(),
                refuse221g("PC"),
                refuseIneligible("212(a)(4)"),
                evidence("F1"),
                overcome("F1"),
                reverseOwn("R1"))) {
            manila.when("officer-a", command).thenRejected(BAD_STATE);
        }
        manila.given("officer-a", note()).given("supervisor-a", concur("R1")).given("officer-a", transfer("TJT"));
    }

    @Test
    void frees_the_supervisor_who_would_have_had_to_decide() {
        manila.given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("officer-a", withdraw());

        assertThat(manila.view().responsibleOfficer()).isNull();
    }

    @Test
    void a_principal_who_withdraws_takes_nobody_along_but_nobody_is_issued_alone() {
        var family = CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", withdraw());

        assertThat(family.view().applicants().getLast().state()).isEqualTo(ApplicationState.UNDECIDED);
        family.when("officer-a", issue(A2, null)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
    }
}
