package consular.cases.domain.quasirefusals;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.ReviewMode;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Line;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.ApparentIneligibilityExplained;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquiryReceived;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.QuasiRefusalRecorded;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person asks before applying, is told why he or she seems ineligible, and does not apply. */
class QuasiRefusalTest {
    /** Noon of Monday, 2023-10-16, in Manila. */
    private static final Instant NOW = Instant.parse("2023-10-16T04:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2023, 10, 16);
    private static final QuasiRefusalId ID = new QuasiRefusalId(new UUID(0, 7));
    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final ApplicantId A1 = new ApplicantId("a1");
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    private static final Inquirer PERSON = new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH");
    private static final Post MANILA = new Post(
            new PostCode("MNL"),
            "Manila",
            "PH",
            ZoneId.of("Asia/Manila"),
            false,
            ReviewMode.STANDARD,
            false,
            HostHolidays.UNKNOWN,
            date -> new CalendarDay(date, true, "working day"));

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
    void an_application_that_follows_is_linked_and_ends_it() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", true)));
        var linked = (Accepted) link(inquiry, new FormalApplication(DAY), null);
        assertThat(types(linked)).containsExactly(FormalApplicationLinked.class);
        assertThat(linked.lines().getFirst().rules()).containsExactly(Rule.NO_INFORMAL_REFUSAL_AFTER_APPLICATION);
        var after = (QuasiRefusal) QuasiRefusalDecider.evolve(
                inquiry, linked.lines().getFirst().event(), linked.time().effectiveAt());
        assertThat(QuasiRefusalView.of(after).state()).isEqualTo(QuasiRefusalStage.FORMAL_APPLICATION);
        assertThat(QuasiRefusalView.of(after).application())
                .isEqualTo(new QuasiRefusalView.LinkedApplication(CASE, A1, DAY));
        rejected(link(after, new FormalApplication(DAY), null), RejectionCode.ALREADY_FORMAL);
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

    /** A link on the next day orders what comes after it. */
    @Test
    void what_comes_later_moves_the_time_before_which_nothing_takes_effect() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var tomorrow = NOW.plusSeconds(86_400);
        var link = new FormalApplicationLinked(ID, new PostCode("MNL"), CASE, A1, DAY.plusDays(1));
        assertThat(((QuasiRefusal) QuasiRefusalDecider.evolve(inquiry, link, tomorrow)).orderedUntil())
                .isEqualTo(tomorrow);
        assertThat(((QuasiRefusal) QuasiRefusalDecider.evolve(inquiry, link, NOW.minusSeconds(1))).orderedUntil())
                .isEqualTo(NOW);
    }

    @Test
    void a_link_takes_effect_on_a_day_that_the_calendars_cover() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var before = new QuasiRefusalContext(
                ID,
                OFFICER,
                MANILA,
                Instant.parse("1999-01-01T00:00:00Z"),
                NOW,
                "long ago",
                null,
                new FormalApplication(DAY));
        assertThat(QuasiRefusalDecider.decide(new LinkApplication(CASE, A1), inquiry, before))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.pointer()).isEqualTo("/effectiveAt"));
    }

    @Test
    void only_an_application_that_was_executed_is_linked() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        rejected(link(inquiry, new FormalApplication(null), null), RejectionCode.NOT_EXECUTED);
        rejected(link(inquiry, new FormalApplication(DAY.plusDays(1)), null), RejectionCode.NOT_EXECUTED);
        assertThat(link(inquiry, null, null)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_link_is_in_order_and_on_the_version_last_seen() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var before = new QuasiRefusalContext(
                ID, OFFICER, MANILA, NOW.minusSeconds(1), NOW, null, null, new FormalApplication(DAY));
        rejected(
                QuasiRefusalDecider.decide(new LinkApplication(CASE, A1), inquiry, before), RejectionCode.OUT_OF_ORDER);
        assertThat(link(inquiry, new FormalApplication(DAY), 2L)).isEqualTo(new Stale(2, 3));
        assertThat(link(inquiry, new FormalApplication(DAY), 3L)).isInstanceOf(Accepted.class);
    }

    @Test
    void nothing_is_linked_to_an_inquiry_that_nobody_made() {
        assertThat(link(QuasiRefusalDecider.initialState(), new FormalApplication(DAY), null))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_for_adjudicators_and_their_supervisors(Role role) {
        assertThat(QuasiRefusalCommand.isFor(role)).isEqualTo(role == Role.ADJUDICATOR || role == Role.SUPERVISOR);
    }

    private static RecordQuasiRefusal record(String ground, boolean lookout) {
        return new RecordQuasiRefusal(
                new PostCode("MNL"),
                PERSON,
                ground,
                "told that evidence might bring the case under it",
                lookout,
                null,
                null);
    }

    private static RecordQuasiRefusal record(String ground, @Nullable VisaCategory category) {
        return new RecordQuasiRefusal(new PostCode("MNL"), PERSON, ground, "told", false, category, null);
    }

    private static RecordQuasiRefusal ofCase(String ground) {
        return new RecordQuasiRefusal(
                new PostCode("MNL"), PERSON, ground, "told", false, null, new ApplicantOfCase(CASE, A1));
    }

    private static QuasiRefusalDecision decide(RecordQuasiRefusal command, @Nullable FormalApplication application) {
        return QuasiRefusalDecider.decide(
                command,
                QuasiRefusalDecider.initialState(),
                new QuasiRefusalContext(ID, OFFICER, MANILA, null, NOW, null, null, application));
    }

    private static QuasiRefusalDecision at(Instant effectiveAt, @Nullable String reason) {
        return QuasiRefusalDecider.decide(
                record("212(a)(6)(E)", false),
                QuasiRefusalDecider.initialState(),
                new QuasiRefusalContext(ID, OFFICER, MANILA, effectiveAt, NOW, reason, null, null));
    }

    private static QuasiRefusalDecision link(
            QuasiRefusalState state, @Nullable FormalApplication application, @Nullable Long seen) {
        return QuasiRefusalDecider.decide(
                new LinkApplication(CASE, A1),
                state,
                new QuasiRefusalContext(ID, OFFICER, MANILA, null, NOW, null, seen, application));
    }

    private static QuasiRefusalDecision acknowledge(QuasiRefusalState state) {
        return QuasiRefusalDecider.decide(
                new AcknowledgeLookout(),
                state,
                new QuasiRefusalContext(ID, Actor.SERVICE, MANILA, null, NOW, null, null, null));
    }

    private static Accepted accepted(RecordQuasiRefusal command) {
        return (Accepted) decide(command, null);
    }

    private static void rejected(QuasiRefusalDecision decision, RejectionCode code) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.rejection().code()).isEqualTo(code));
    }

    private static QuasiRefusal fold(Accepted accepted) {
        return after(QuasiRefusalDecider.initialState(), accepted);
    }

    private static QuasiRefusal after(QuasiRefusalState before, Accepted accepted) {
        var state = before;
        for (var line : accepted.lines()) {
            state = QuasiRefusalDecider.evolve(
                    state, line.event(), accepted.time().effectiveAt());
        }
        return (QuasiRefusal) state;
    }

    private static QuasiRefusalView view(Accepted accepted) {
        return QuasiRefusalView.of(fold(accepted));
    }

    private static List<Class<?>> types(Accepted accepted) {
        return accepted.lines().stream()
                .<Class<?>>map(line -> line.event().getClass())
                .toList();
    }
}
