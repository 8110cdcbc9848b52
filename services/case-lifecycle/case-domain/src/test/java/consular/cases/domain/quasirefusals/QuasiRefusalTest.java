package consular.cases.domain.quasirefusals;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Line;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person asks before applying, is told why he or she seems ineligible, and does not apply. */
class QuasiRefusalTest extends QuasiRefusalsUnderTest {

    @Test
    void an_inquiry_is_received_explained_and_recorded_as_what_is_not_a_refusal() {
        var accepted = accepted(record("212(a)(6)(E)", false));
        assertThat(types(accepted))
                .containsExactly(
                        InquiryReceived.class, ApparentIneligibilityExplained.class, QuasiRefusalRecorded.class);
        assertThat(accepted.law()).isEqualTo(RuleSet.OF_2019_07_23);
        var view = view(accepted);
        assertThat(view.state()).isEqualTo(QuasiRefusalStage.QUASI_RECORDED);
        assertThat(view.ground()).isEqualTo("212(a)(6)(E)");
        assertThat(view.explanation()).isEqualTo("told that evidence might bring the case under it");
        assertThat(view.officer()).isEqualTo(OFFICER.officer());
        assertThat(view.receivedOn()).isEqualTo(DAY);
        assertThat(view.lookout()).isFalse();
        assertThat(view.version()).isEqualTo(3);
    }

    @Test
    void every_event_rests_on_its_rules() {
        var lines = accepted(record("212(a)(6)(E)", true)).lines();
        assertThat(lines)
                .extracting(Line::rules)
                .containsExactly(
                        List.of(Rule.APPARENT_INELIGIBILITY_IS_EXPLAINED),
                        List.of(Rule.APPARENT_INELIGIBILITY_IS_EXPLAINED),
                        List.of(Rule.QUASI_REFUSAL_IS_NOT_REPORTED),
                        List.of(Rule.QUASI_REFUSAL_IS_NOT_REPORTED, Rule.HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL));
    }

    @Test
    void a_lookout_has_all_that_an_entry_in_class_needs() {
        var accepted = accepted(record("212(a)(6)(E)", true));
        assertThat(accepted.lines().getLast().event())
                .isEqualTo(new LookoutEntered(ID, new PostCode("MNL"), PERSON, "212(a)(6)(E)", DAY));
        assertThat(view(accepted).lookoutEnteredOn()).isEqualTo(DAY);
    }

    @Test
    void a_lookout_is_queued_for_class_until_the_acknowledgement_whatever_the_person_does_meanwhile() {
        var entered = fold(accepted(record("212(a)(6)(E)", true)));
        assertThat(QuasiRefusalView.of(entered).classEntry().state()).isEqualTo(ClassEntryState.QUEUED);
        var acknowledged = (Accepted) acknowledge(entered);
        assertThat(acknowledged.lines()).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(new LookoutAcknowledged(ID, new PostCode("MNL")));
            assertThat(line.rules())
                    .containsExactly(Rule.QUASI_REFUSAL_IS_NOT_REPORTED, Rule.HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL);
        });
        var sent = after(entered, acknowledged);
        assertThat(sent.classEntry()).isEqualTo(ClassEntryState.SENT);
        assertThat(sent.stage()).isEqualTo(QuasiRefusalStage.QUASI_RECORDED);

        var linked = after(entered, (Accepted) link(entered, new FormalApplication(DAY), null));
        assertThat(linked.classEntry()).isEqualTo(ClassEntryState.QUEUED);
        var both = after(linked, (Accepted) acknowledge(linked));
        assertThat(both.classEntry()).isEqualTo(ClassEntryState.SENT);
        assertThat(both.stage()).isEqualTo(QuasiRefusalStage.FORMAL_APPLICATION);
    }

    @Test
    void only_a_lookout_that_waits_is_acknowledged_and_only_once() {
        var none = fold(accepted(record("212(a)(6)(E)", false)));
        assertThat(none.classEntry()).isEqualTo(ClassEntryState.NONE);
        assertThat(acknowledge(none)).isInstanceOf(Malformed.class);
        var entered = fold(accepted(record("212(a)(6)(E)", true)));
        assertThat(acknowledge(after(entered, (Accepted) acknowledge(entered)))).isInstanceOf(Malformed.class);
        assertThat(acknowledge(QuasiRefusalDecider.initialState())).isInstanceOf(Malformed.class);
    }

    @Test
    void an_acknowledgement_is_no_act_of_a_person_that_a_late_entry_would_have_to_follow() {
        var entered = fold(accepted(record("212(a)(6)(E)", true)));
        var later = NOW.plusSeconds(3_600);
        var acknowledged = (Accepted) QuasiRefusalDecider.decide(
                new AcknowledgeLookout(),
                entered,
                new QuasiRefusalContext(ID, Actor.SERVICE, MANILA, null, later, null, null, null));
        assertThat(acknowledged.time().effectiveAt()).isEqualTo(later);
        assertThat(after(entered, acknowledged).orderedUntil()).isEqualTo(NOW);
    }

    @Test
    void who_asks_about_a_nonimmigrant_visa_is_told_under_that_rule_too() {
        for (var decision : List.of(
                decide(record("214(b)", null), null),
                decide(record("212(a)(6)(E)", VisaCategory.NONIMMIGRANT), null))) {
            assertThat(((Accepted) decision).lines().getFirst().rules())
                    .containsExactly(
                            Rule.APPARENT_INELIGIBILITY_IS_EXPLAINED, Rule.NONIMMIGRANT_IS_TOLD_OF_THE_PROVISION);
        }
        rejected(decide(record("214(b)", VisaCategory.IMMIGRANT), null), RejectionCode.NIV_ONLY_GROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"212(z)", "212(a)", "P6C", "221(g)", "nonsense"})
    void a_ground_is_a_provision_by_its_statutory_path(String ground) {
        rejected(decide(record(ground, false), null), RejectionCode.UNKNOWN_GROUND);
    }

    @Test
    void after_a_formal_application_there_is_no_informal_refusal() {
        var command = ofCase("212(a)(6)(E)");
        rejected(decide(command, new FormalApplication(DAY)), RejectionCode.ALREADY_FORMAL);
        assertThat(decide(command, new FormalApplication(null))).isInstanceOf(Accepted.class);
        assertThat(decide(command, new FormalApplication(DAY.plusDays(1)))).isInstanceOf(Accepted.class);
        assertThat(decide(command, null))
                .isEqualTo(new Malformed("/applicant", "there is no such applicant in that case"));
    }

    @Test
    void the_post_is_one_of_the_departments() {
        var nowhere = new QuasiRefusalContext(ID, OFFICER, null, null, NOW, null, null, null);
        rejected(
                QuasiRefusalDecider.decide(record("212(a)(6)(E)", false), QuasiRefusalDecider.initialState(), nowhere),
                RejectionCode.UNKNOWN_POST);
    }

    @Test
    void a_nationality_is_a_code() {
        var nobody = new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "Narnia");
        var command = new RecordQuasiRefusal(new PostCode("MNL"), nobody, "212(a)(4)", "told", false, null, null);
        assertThat(decide(command, null))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.pointer()).isEqualTo("/person/nationality"));
    }

    @Test
    void the_time_is_that_of_any_act() {
        rejected(at(NOW.plusSeconds(60), null), RejectionCode.FUTURE_EFFECTIVE_TIME);
        rejected(at(NOW.minusSeconds(86_400), " "), RejectionCode.LATE_ENTRY_REASON_REQUIRED);
        var late = (Accepted) at(NOW.minusSeconds(86_400), "the line was down");
        assertThat(view(late).receivedOn()).isEqualTo(DAY.minusDays(1));
        assertThat(at(Instant.parse("1999-01-01T00:00:00Z"), "long ago"))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.pointer()).isEqualTo("/effectiveAt"));
    }

    @Test
    void a_version_cannot_have_been_seen_before_there_is_any() {
        var seen = new QuasiRefusalContext(ID, OFFICER, MANILA, null, NOW, null, 3L, null);
        assertThat(QuasiRefusalDecider.decide(record("212(a)(6)(E)", false), QuasiRefusalDecider.initialState(), seen))
                .isEqualTo(new Stale(3, 0));
    }

    @Test
    void it_goes_from_received_to_explained_to_recorded() {
        var lines = accepted(record("212(a)(6)(E)", true)).lines();
        var state = QuasiRefusalDecider.initialState();
        var stages = new ArrayList<QuasiRefusalStage>();
        for (var line : lines) {
            state = QuasiRefusalDecider.evolve(state, line.event(), NOW);
            stages.add(((QuasiRefusal) state).stage());
        }
        assertThat(stages)
                .containsExactly(
                        QuasiRefusalStage.RECEIVED,
                        QuasiRefusalStage.EXPLAINED,
                        QuasiRefusalStage.QUASI_RECORDED,
                        QuasiRefusalStage.QUASI_RECORDED);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_for_adjudicators_and_their_supervisors(Role role) {
        assertThat(QuasiRefusalCommand.isFor(role)).isEqualTo(role == Role.ADJUDICATOR || role == Role.SUPERVISOR);
    }
}
