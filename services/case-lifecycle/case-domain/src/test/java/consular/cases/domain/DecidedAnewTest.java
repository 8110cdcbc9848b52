package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.golden.GoldenScenario;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.refusals.ProposedAction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same record decided under two versions of the law or two policies, and what differs. */
class DecidedAnewTest {
    private static DecidedAnew under(@Nullable RuleSet law, List<RecordedEvent> history, Instant now) {
        return DecidedAnew.of(history, TestPosts.all(), new Assumption(law, Policy.RECOMMENDED), now);
    }

    private static DecidedAnew under(@Nullable RuleSet law, CaseScenario story) {
        return under(
                law,
                story.history(),
                story.context(TestActors.named("auditor"), null, null).recordedAt());
    }

    private static DecidedAnew under(Policy policy, CaseScenario story) {
        var now = story.context(TestActors.named("auditor"), null, null).recordedAt();
        return DecidedAnew.of(story.history(), TestPosts.all(), new Assumption(null, policy), now);
    }

    /** Every command is recovered from the record, and deciding it again under the same law comes to the same case. */
    @TestFactory
    Stream<DynamicTest> a_record_decided_anew_under_its_own_law_comes_to_the_same() {
        return Stream.concat(GoldenScenario.all(), GoldenScenario.rejections())
                .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> {
                    var driver = new DeciderDriver();
                    scenario.run(driver);
                    if (driver.history().isEmpty()) {
                        return;
                    }
                    var last = driver.history().getLast().stamp().recordedAt();
                    var anew = under(null, driver.history(), last);
                    assertThat(anew.notGiven()).isEmpty();
                    if (CaseDecider.fold(driver.history()) instanceof CaseState.CaseFile file) {
                        assertThat(CaseView.of(anew.file())).isEqualTo(CaseView.of(file));
                    }
                }));
    }

    @Test
    void what_the_officer_said_is_awaited_is_recovered_too() {
        var story = CaseScenario.applied("2024-03-05")
                .given(
                        "officer-a",
                        refuse221g(
                                new ReasonGiven("Other", ReasonGiven.Processing.EVIDENCE, "a letter"),
                                new ReasonGiven("Post specific action", ReasonGiven.Processing.ADMINISTRATIVE, null)));

        var anew = under(Policy.RECOMMENDED, story);

        assertThat(anew.notGiven()).isEmpty();
        assertThat(CaseView.of(anew.file())).isEqualTo(story.view());
    }

    private static CaseScenario retrogressed() {
        return CaseScenario.registered("2023-06-15")
                .given("intake", notifyAvailability("2023-06-15"))
                .clock("2024-02-01T09:00")
                .given("intake", retrogress("2024-02-01"))
                .clock("2024-05-01T09:00");
    }

    @Test
    void retrogression_stops_the_year_only_under_the_rule_set_of_june_2024() {
        var story = retrogressed();
        var before = under(RuleSet.OF_2019_07_23, story);
        var after = under(RuleSet.OF_2024_06_21, story);
        assertThat(before.deadlines())
                .filteredOn(it -> it.kind() == TERM_A)
                .singleElement()
                .returns(RUNNING, Deadline::state);
        assertThat(MovedDeadline.between(before.deadlines(), after.deadlines()))
                .extracting(MovedDeadline::kind)
                .containsExactlyInAnyOrder(TERM_A, TERM_WARNING);
        var moved = MovedDeadline.between(before.deadlines(), after.deadlines()).stream()
                .filter(it -> it.kind() == TERM_A)
                .findFirst()
                .orElseThrow();
        assertThat(moved.to()).isNotNull();
        assertThat(moved.to().state()).isEqualTo(STOPPED);
        assertThat(moved.why()).extracting(Deadline.Because::rule).containsExactly(Rule.RETROGRESSION_STOPS_THE_YEAR);
    }

    @Test
    void the_registration_ends_under_the_one_and_lives_under_the_other() {
        var story = retrogressed().clock("2024-06-18T09:00").thenRegistration(RegistrationState.TERMINATED);
        assertThat(CaseView.of(under(Policy.RECOMMENDED, story).file())).isEqualTo(story.view());
        assertThat(CaseView.of(under(RuleSet.OF_2024_06_21, story).file())
                        .registration()
                        .state())
                .isEqualTo(RegistrationState.ACTIVE);
    }

    @Test
    void an_order_of_2019_could_not_have_been_given_before_there_were_any() {
        var story = CaseScenario.applied("2019-05-06")
                .given("visa-office", discontinue("243d-1"))
                .thenState(ApplicationState.DISCONTINUED);
        var before = under(RuleSet.OF_2018_10_23, story);
        assertThat(before.notGiven()).singleElement().satisfies(it -> {
            assertThat(it.event()).isEqualTo("GrantDiscontinued");
            assertThat(it.sequence())
                    .isEqualTo(story.line(CaseEvent.GrantDiscontinued.class)
                            .stamp()
                            .sequence());
            assertThat(it.rejection()).isNotNull();
            assertThat(it.rejection().code()).isEqualTo(RejectionCode.BAD_STATE);
        });
        assertThat(before.file().principal().state()).isEqualTo(ApplicationState.UNDECIDED);
        var after = under(RuleSet.OF_2019_04_22, story);
        assertThat(after.notGiven()).isEmpty();
        assertThat(after.file().principal().state()).isEqualTo(ApplicationState.DISCONTINUED);
        assertThat(after.file().progress().ruleSet()).isEqualTo(RuleSet.OF_2019_04_22);
    }

    /** What follows from an act that could not be given falls with it, and is told too. */
    @Test
    void what_is_about_something_that_there_would_not_be_is_told_too() {
        var story = CaseScenario.appliedFor("L1", "2024-03-05")
                .under(Policy.RECOMMENDED.exempting(false))
                .given("officer-a", refuse214b())
                .given("officer-a", tell("R1"));
        assertThat(under(Policy.RECOMMENDED, story).notGiven())
                .extracting(DecidedAnew.NotGiven::event)
                .containsExactly("VisaRefused", "OralNoticeGiven");
        assertThat(under(Policy.RECOMMENDED, story).notGiven().getLast().rejection())
                .isNull();
    }

    /** Else what was said of the second refusal would be taken for the first, or be about nothing. */
    @Test
    void what_comes_after_a_refusal_that_could_not_be_given_keeps_its_name() {
        var story = CaseScenario.appliedFor("L1", "2024-03-05")
                .under(Policy.RECOMMENDED.exempting(false))
                .given("officer-a", refuse214b())
                .given("officer-a", reverseOwn("R1"))
                .given("officer-a", refuse221g("SAO", "BC"))
                .given("officer-a", ask("F2"))
                .given("officer-a", tell("R2"))
                .given("officer-a", evidence("F3"))
                .given("officer-a", overcome("F3"))
                .given("visa-office", adverse("AO1", "212(a)(6)"));

        var anew = under(Policy.RECOMMENDED, story);

        assertThat(anew.notGiven())
                .extracting(DecidedAnew.NotGiven::event)
                .containsExactly("VisaRefused", "RefusalReversedByAdjudicator");
        var refusals = CaseView.of(anew.file()).applicants().getFirst().refusals();
        assertThat(refusals).containsExactly(story.refusal("R2"));
        assertThat(anew.deadlines())
                .filteredOn(it -> it.kind() == NOTICE)
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("R2"));
    }

    @Test
    void the_second_opinion_is_the_second_though_the_first_was_never_asked_for() {
        var story = CaseScenario.appliedFor("L1", "2024-03-05")
                .under(Policy.RECOMMENDED.exempting(false))
                .given("officer-a", refuse214b())
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"))
                .given("visa-office", favourable("AO1", null))
                .given("officer-a", reverseOwn("R1"))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F2"))
                .given("visa-office", adverse("AO2", "212(a)(6)"));
        var opinions = CaseView.of(under(Policy.RECOMMENDED, story).file()).advisoryOpinions();
        assertThat(opinions).containsExactly(story.view().advisoryOpinions().getLast());
    }

    @Test
    void what_the_record_does_not_have_is_numbered_on_from_its_last() {
        var story = Families.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
        var anew = story.lastEvents();
        assertThat(anew).hasSize(3);
        var recorded = List.of(anew.getFirst());
        var refused = new RecordedNames(recorded)
                .name(anew.subList(1, 3), recorded).stream()
                        .map(line -> (CaseEvent.VisaRefused) line.event())
                        .toList();
        assertThat(refused).extracting(it -> it.refusalId().value()).containsExactly("R2", "R3");
        assertThat(refused)
                .flatExtracting(CaseEvent.VisaRefused::findings)
                .extracting(it -> it.findingId().value())
                .containsExactly("F2", "F3");
        var alone = new RecordedNames(anew).name(anew.subList(0, 1), List.of());
        assertThat(((CaseEvent.VisaRefused) alone.getFirst().event())
                        .refusalId()
                        .value())
                .isEqualTo("R4");
    }

    @Test
    void another_policy_moves_each_clock_that_rests_on_it_and_no_other() {
        var story = CaseScenario.applied("2024-02-29").given("officer-a", refuse221g("BC"));
        var now = under(Policy.RECOMMENDED, story);
        var leapDay = under(Policy.RECOMMENDED.with(new YearEnd(LeapDay.MAR_1, false)), story);
        assertThat(MovedDeadline.between(now.deadlines(), leapDay.deadlines()))
                .extracting(MovedDeadline::kind)
                .containsExactlyInAnyOrder(FEE_WINDOW, DOCUMENT_RETURN, TERM_WARNING, TERM_B);
        var alarms = under(Policy.RECOMMENDED.with(new Alarms(5, 30, 60)), story);
        assertThat(MovedDeadline.between(now.deadlines(), alarms.deadlines()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(NOTICE);
                    assertThat(it.subject()).isEqualTo("R1");
                    assertThat(it.why()).isNotEmpty();
                });
        assertThat(MovedDeadline.between(now.deadlines(), now.deadlines())).isEmpty();
    }

    @Test
    void a_clock_that_there_is_one_way_only_is_told_with_nothing_on_the_other_side() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        var clocks = under(Policy.RECOMMENDED, story).deadlines();
        assertThat(MovedDeadline.between(List.of(), clocks))
                .hasSameSizeAs(clocks)
                .allSatisfy(it -> {
                    assertThat(it.from()).isNull();
                    assertThat(it.to()).isNotNull();
                    assertThat(it.why()).isNotEmpty();
                });
        assertThat(MovedDeadline.between(clocks, List.of())).allSatisfy(it -> {
            assertThat(it.to()).isNull();
            assertThat(it.why()).isNotEmpty();
        });
    }
}
