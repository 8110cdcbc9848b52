package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.DEFERRAL_NEEDS_221G;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.DeferCase;
import consular.cases.domain.CaseEvent.CaseDeferred;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.DeferralKind;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A decision waits for evidence, a clearance, a name check or something else, and the applicant stands refused. */
class DeferCaseTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @ParameterizedTest
    @EnumSource
    void each_kind_needs_a_221g_refusal_first(DeferralKind kind) {
        manila.when("officer-a", defer(A1, "F1", kind))
                .thenRejected(DEFERRAL_NEEDS_221G, Rule.OTHER_DEFERRALS_NEED_A_REFUSAL)
                .given("officer-a", refuse221g("SAO"))
                .when("officer-a", defer(A1, "F1", kind))
                .thenEvents(CaseDeferred.class);
        assertThat(manila.lastEvents().getFirst().stamp().rules())
                .containsExactly(Rule.OTHER_DEFERRALS_NEED_A_REFUSAL, Rule.DEFERRED_CASES_ARE_REFUSED_FIRST);
        assertThat(manila.lastEvents().getFirst().event())
                .isEqualTo(new CaseDeferred(A1, new FindingId("F1"), kind, "awaited from Guangzhou"));
    }

    @Test
    void the_finding_stands_and_is_one_of_221g() {
        manila.given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", defer(A1, "F1", DeferralKind.CLEARANCE))
                .thenRejected(DEFERRAL_NEEDS_221G);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .when("officer-a", defer(A1, "F1", DeferralKind.EVIDENCE))
                .thenRejected(DEFERRAL_NEEDS_221G);
    }

    @Test
    void is_on_a_finding_of_the_applicant_who_does_not_just_wait_for_another() {
        var family = Families.applied("2024-03-05").given("officer-a", refuse221g("SAO"));
        family.when("officer-a", defer(A2, "F1", DeferralKind.CLEARANCE)).thenRejected(DEFERRAL_NEEDS_221G);
        family.when("officer-a", defer(A2, "F2", DeferralKind.CLEARANCE)).thenRejected(DEFERRAL_NEEDS_221G);
        manila.when("officer-a", defer(A2, "F1", DeferralKind.CLEARANCE)).thenMalformed("/applicantId");
    }

    @Test
    void what_comes_of_it_is_a_new_refusal() {
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", defer(A1, "F1", DeferralKind.NAME_CHECK))
                .clock("2024-06-03T09:00")
                .given("officer-a", refuseIneligible("212(a)(3)(A)"));
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(manila.finding("F2").refusedOn()).isEqualTo("2024-06-03");
    }

    @Test
    void moves_no_clock() {
        manila.given("officer-a", refuse221g("BC"));
        var before = manila.deadlines(DeadlineKind.TERM_B);
        assertThat(before).isNotEmpty();
        manila.given("officer-a", defer(A1, "F1", DeferralKind.EVIDENCE));
        assertThat(manila.deadlines(DeadlineKind.TERM_B)).isEqualTo(before);
    }

    private static DeferCase defer(ApplicantId applicantId, String findingId, DeferralKind kind) {
        return new DeferCase(applicantId, new FindingId(findingId), kind, "awaited from Guangzhou");
    }
}
