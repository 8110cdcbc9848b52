package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import consular.cases.domain.CaseCommand.GrantFeeException;
import consular.cases.domain.CaseCommand.RecordWaiver;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rejection code of a case, by the shortest story that meets it; those of quasi-refusals have their own test. */
class RejectionsTest {
    private static final String OWN_WORDS = "You are ineligible under INA 212(a)(4). No waiver is available. ";

    private static final Map<RejectionCode, Supplier<CaseScenario>> STORIES = Map.ofEntries(
            entry(FUTURE_EFFECTIVE_TIME, () -> applied().whenLate("officer-a", issue(), "2024-03-06T09:00", null)),
            entry(OUT_OF_ORDER, () -> applied().whenLate("officer-a", issue(), "2024-03-05T08:00", null)),
            entry(
                    LATE_ENTRY_REASON_REQUIRED,
                    () -> applied().clock("2024-03-06T09:00").whenLate("officer-a", issue(), "2024-03-05T09:00", null)),
            entry(REGISTRATION_TERMINATED, () -> terminated().when("officer-a", issue())),
            entry(DUPLICATE_CASE_NUMBER, () -> applied().when("intake", register("MNL"))),
            entry(NO_PRINCIPAL, () -> fresh().when("intake", register("MNL", "IR1", spouse()))),
            entry(UNKNOWN_POST, () -> registeringAtNoPost()),
            entry(UNKNOWN_VISA_CLASS, () -> fresh().when("intake", register("MNL", "B2", principal()))),
            entry(ALREADY_EXECUTED, () -> applied().when("intake", apply())),
            entry(FEE_UNPAID, () -> registered().when("intake", applyUnpaid())),
            entry(
                    NOT_A_WORKING_DAY,
                    () -> registered().clock("2024-03-09T09:00").when("intake", apply())),
            entry(
                    CREW_NOT_AT_NUEVO_LAREDO,
                    () -> CaseScenario.registeredNonimmigrant("NVL", "D", "2024-03-05")
                            .when("intake", apply())),
            entry(NOT_EXECUTED, () -> registered().when("officer-a", issue())),
            entry(ALREADY_ISSUED, () -> issued().when("officer-a", issue())),
            entry(
                    VISA_ALREADY_ISSUED,
                    () -> applied()
                            .given("officer-a", refuse221g("SAO"))
                            .given("officer-a", processed("F1"))
                            .given("officer-a", issue())
                            .when("intake", evidence("F1"))),
            entry(BAD_STATE, () -> issued().when("officer-a", refuse221g("BC"))),
            entry(RESPONSIBILITY_ASSUMED, () -> reversed().when("officer-b", issue())),
            entry(
                    DERIVATIVE_WITHOUT_PRINCIPAL,
                    () -> fresh().given("intake", register("MNL", "F31", principal(), spouse()))
                            .given("intake", apply(A2))
                            .when("officer-a", issue(A2, null))),
            entry(AO_PENDING, () -> asked().when("officer-a", issue())),
            entry(
                    AO_BINDING,
                    () -> asked().given("visa-office", adverse("AO1", null)).when("officer-a", issue())),
            entry(FINDINGS_ACTIVE, () -> refused221g().when("officer-a", issue())),
            entry(
                    NEW_APPLICATION_AND_FEE_REQUIRED,
                    () -> applied()
                            .given("officer-a", refuse221g("SAO"))
                            .clock("2025-03-06T09:00")
                            .given("officer-a", processed("F1"))
                            .when("officer-a", issue())),
            entry(ANNOTATION_MISSING, () -> reversed().when("supervisor-a", issue())),
            entry(WRONG_ANNOTATION, () -> applied().when("officer-a", issue(VisaAnnotation.WAIVER))),
            entry(
                    PETITION_SUSPENDED,
                    () -> applied()
                            .given("officer-a", Petitions.suspended("2024-03-05"))
                            .when("officer-a", issue())),
            entry(
                    NO_PETITION,
                    () -> CaseScenario.registeredFor("L1", "2024-03-05")
                            .when("officer-a", Petitions.revoked("2024-03-05"))),
            entry(NO_GROUND, () -> applied().when("officer-a", refuse221g(new String[0]))),
            entry(UNKNOWN_REASON, () -> applied().when("officer-a", refuse221g("NBI clearance"))),
            entry(PREFIX_NOT_APPLICABLE, () -> applied().when("officer-a", refuse221g("Or FPU"))),
            entry(DUPLICATE_REASON, () -> applied().when("officer-a", refuse221g("BC", "BC"))),
            entry(
                    NOTE_REQUIRED,
                    () -> applied().when("officer-a", refuse221g(new ReasonGiven("Other", Processing.EVIDENCE, null)))),
            entry(G221_WITH_212A, () -> refusedIneligible().when("officer-a", refuse221g("BC"))),
            entry(QUASI_NOT_A_GROUND, () -> applied().when("officer-a", refuseIneligible("P6C"))),
            entry(NIV_ONLY_GROUND, () -> applied().when("officer-a", refuseIneligible("214(b)"))),
            entry(
                    PRESUMPTION_EXEMPT,
                    () -> CaseScenario.appliedFor("L1", "2024-03-05").when("officer-a", refuse214b())),
            entry(
                    NIV_HAS_NO_REGISTRATION,
                    () -> CaseScenario.registeredFor("B2", "2024-03-05")
                            .when("intake", notifyAvailability("2024-03-05"))),
            entry(MUST_REFUSE, () -> refused221g().when("visa-office", discontinue("243d-1"))),
            entry(UNKNOWN_GROUND, () -> applied().when("officer-a", refuseIneligible("212(z)"))),
            entry(
                    FACTUAL_BASIS_REQUIRED,
                    () -> applied()
                            .when(
                                    "officer-a",
                                    new RefuseIneligible(
                                            A1, List.of(new GroundGiven("212(a)(4)", "", null, null, null)), null))),
            entry(BAD_FINDING_STATE, () -> applied().when("officer-a", overcome("F1"))),
            entry(WRONG_OVERCOME_REASON, () -> refused221g().when("officer-a", processed("F1"))),
            entry(NO_EVIDENCE, () -> refused221g().when("officer-a", overcome("F1"))),
            entry(NO_WAIVER_221G, () -> refused221g().when("intake", waive("F1"))),
            entry(
                    WAIVER_DHS_ONLY,
                    () -> refusedIneligible().when("intake", new RecordWaiver(new FindingId("F1"), null))),
            entry(CITATION_REQUIRED, () -> applied().when("supervisor-a", new GrantFeeException(A1, null))),
            entry(REFUND_NOT_DUE, () -> refused221g().when("supervisor-a", refund())),
            entry(
                    ALREADY_REVIEWED,
                    () -> refusedIneligible()
                            .given("supervisor-a", concur("R1"))
                            .when("supervisor-a", select("R1"))),
            entry(
                    CONSULTATIVE_POST,
                    () -> CaseScenario.appliedAt("NSS", "2024-03-05")
                            .given("officer-a", refuseIneligible("212(a)(4)"))
                            .when("supervisor-a", concur("R1"))),
            entry(
                    SELF_REVIEW,
                    () -> applied()
                            .given("supervisor-a", refuseIneligible("212(a)(4)"))
                            .when("supervisor-a", concur("R1"))),
            entry(NO_COMMISSION, () -> refusedIneligible().when("supervisor-x", concur("R1"))),
            entry(
                    CHAIN_OF_COMMAND,
                    () -> refusedIneligible()
                            .under(Policy.RECOMMENDED.with(new ReviewPolicy(true, ReviewSample.NONE)))
                            .when("supervisor-b", concur("R1"))),
            entry(
                    BAD_OUTCOME,
                    () -> refusedIneligible()
                            .given("supervisor-a", concur("R1"))
                            .when("supervisor-a", concur("R1"))),
            entry(DISCUSSION_REQUIRED, () -> refusedIneligible().when("supervisor-a", reverse("R1"))),
            entry(NOT_ADJUDICATOR, () -> refusedIneligible().when("officer-b", reverseOwn("R1"))),
            entry(OFFICER_NOT_ADVISED, () -> reversed().when("supervisor-a", notifyOfReversal("R1"))),
            entry(AO_NEEDS_221G, () -> applied().when("officer-a", ask("F1"))),
            entry(DUPLICATE_AO, () -> asked().when("officer-a", ask("F1"))),
            entry(DEFERRAL_NEEDS_221G, () -> applied().when("officer-a", Families.defer(A1, "F1", "2024-09-05"))),
            entry(LETTER_INCOMPLETE, () -> refusedIneligible().when("officer-a", write("R1", "You are ineligible."))),
            entry(
                    LETTER_CLAUSE_NOT_APPLICABLE,
                    () -> refusedIneligible().when("officer-a", write("R1", OWN_WORDS + FixedSentence.ESTA.text()))),
            entry(
                    ENCOURAGES_OR_DISCOURAGES,
                    () -> refusedIneligible().when("officer-a", write("R1", OWN_WORDS + "Please apply again."))),
            entry(
                    WAIVER_DEPARTMENT_ONLY,
                    () -> refusedIneligible().when("officer-a", instruct("R1", NoticeInstruction.NO_NOTICE))),
            entry(NOTHING_TO_REPORT, () -> applied().when("officer-a", answer(Requester.CONGRESSIONAL))),
            entry(NOT_TERMINATED, () -> applied().when("officer-a", reinstate())),
            entry(
                    REINSTATEMENT_WINDOW_CLOSED,
                    () -> terminated().clock("2026-03-06T09:00").when("officer-a", reinstate())),
            entry(LEGAL_HOLD, () -> applied().given("admin", hold()).when("admin", erase(A1, ErasureLevel.KEY))),
            entry(
                    ERASED,
                    () -> applied()
                            .given("admin", erase(A1, ErasureLevel.CONTENT))
                            .when("admin", erase(A1, ErasureLevel.KEY))),
            entry(FINDING_REQUIRED, () -> terminated().when("officer-a", new ReinstateRegistration(null))));

    /** Tells every story. */
    static void tellAll() {
        STORIES.values().forEach(Supplier::get);
    }

    @Test
    void every_code_has_its_story() {
        assertThat(STORIES)
                .containsOnlyKeys(Arrays.stream(RejectionCode.values())
                        .filter(code -> code != ALREADY_FORMAL)
                        .toArray(RejectionCode[]::new));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALREADY_FORMAL")
    void is_met_and_appends_nothing(RejectionCode code) {
        var story = STORIES.get(code).get();
        var before = story.history();
        story.thenRejected(code);
        assertThat(story.history()).isEqualTo(before);
    }

    @Test
    void every_code_but_the_three_on_time_cites_the_rule_it_protects() {
        assertThat(Arrays.stream(RejectionCode.values()).filter(it -> it.rule().isEmpty()))
                .containsExactlyInAnyOrder(FUTURE_EFFECTIVE_TIME, OUT_OF_ORDER, LATE_ENTRY_REASON_REQUIRED);
    }

    @Test
    void a_rejection_rests_on_a_rule_that_its_code_protects() {
        assertThat(new Rejection(LETTER_INCOMPLETE, Rule.CLAUSES_OF_A_221G_LETTER, "why").rule())
                .contains(Rule.CLAUSES_OF_A_221G_LETTER);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rejection(LETTER_INCOMPLETE, Rule.REINSTATED, "why"));
    }

    @Test
    void a_terminated_registration_is_cited_whichever_failure_ended_it() {
        var notified = registered().given("intake", notifyAvailability("2024-03-05"));
        for (var story : List.of(terminated(), notified.clock("2025-03-06T09:00"))) {
            assertThat(story.when("officer-a", issue()).lastDecision())
                    .isInstanceOfSatisfying(
                            Decision.Rejected.class,
                            it -> assertThat(it.rejection().rule()).contains(Rule.ENTITLEMENT_NEEDS_THE_REGISTRATION));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALREADY_FORMAL")
    void says_what_to_do_and_names_nobody(RejectionCode code) {
        var rejection = ((Decision.Rejected) STORIES.get(code).get().lastDecision()).rejection();
        assertThat(rejection).extracting(Rejection::detail).asString().isNotBlank();
        assertThat(Stream.of(principal().familyName(), principal().givenName(), new OfficerId("officer-a").value()))
                .noneMatch(rejection.detail()::contains);
    }

    private static CaseScenario fresh() {
        return CaseScenario.at("MNL").clock("2024-03-05T09:00");
    }

    private static CaseScenario registered() {
        return CaseScenario.registered("2024-03-05");
    }

    private static CaseScenario applied() {
        return CaseScenario.applied("2024-03-05");
    }

    private static CaseScenario issued() {
        return applied().given("officer-a", issue());
    }

    private static CaseScenario refused221g() {
        return applied().given("officer-a", refuse221g("BC"));
    }

    private static CaseScenario refusedIneligible() {
        return applied().given("officer-a", refuseIneligible("212(a)(4)"));
    }

    private static CaseScenario reversed() {
        return refusedIneligible()
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"));
    }

    private static CaseScenario asked() {
        return applied().given("officer-a", refuse221g("SAO")).given("officer-a", ask("F1"));
    }

    private static CaseScenario terminated() {
        return refused221g().clock("2025-03-06T09:00");
    }

    private static CaseScenario registeringAtNoPost() {
        var story = fresh();
        var usual = story.context(TestActors.named("intake"), null, null);
        return story.decide(
                register(new PostCode("ZZZ").value(), "IR1", principal()),
                new CommandContext(usual.caseId(), usual.actor(), null, null, usual.recordedAt(), null, null, false));
    }
}
