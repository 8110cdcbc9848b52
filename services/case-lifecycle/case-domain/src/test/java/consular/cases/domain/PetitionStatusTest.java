package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Petitions.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.petitions.PetitionStatus.*;
import static consular.cases.domain.petitions.SuspensionReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RecordPetitionStatus;
import consular.cases.domain.CaseEvent.PetitionStatusRecorded;
import consular.cases.domain.EventByTime.PetitionRevokedAutomatically;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Action on a petition is suspended, it is returned, revoked or reaffirmed (22 CFR 42.43). Holds R-TRM-17 and R-OVC-06. */
class PetitionStatusTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void nothing_is_said_of_a_petition_that_stands_as_it_was_approved() {
        assertThat(manila.view().petition()).isNull();
        manila.given("officer-a", issue());
    }

    @ParameterizedTest
    @EnumSource
    void action_is_suspended_for_a_reason(SuspensionReason reason) {
        manila.given("officer-a", suspended("2024-03-04", reason)).thenEvents(PetitionStatusRecorded.class);
        thenPetition(manila, SUSPENDED, "2024-03-04", reason);
        assertThat(manila.lastEvents().getFirst().stamp().rules()).containsExactly(Rule.PETITION_SUSPENDED_OR_RETURNED);
    }

    @Test
    void no_visa_is_issued_while_it_is_suspended_returned_or_revoked_and_the_answer_says_which() {
        manila.given("officer-a", suspended("2024-03-01"));
        thenNotIssued("action on the petition is suspended since 2024-03-01 (22 CFR 42.43(a))");
        manila.given("officer-a", returned("2024-03-02"));
        thenNotIssued("the petition was returned to DHS on 2024-03-02 (22 CFR 42.43(a))");
        manila.given("officer-a", revoked("2024-03-04"));
        thenNotIssued("the petition was revoked on 2024-03-04 (22 CFR 42.43(b))");
        manila.given("officer-a", reaffirmed("2024-03-05")).given("officer-a", issue());
        thenPetition(manila, REAFFIRMED, "2024-03-05", null);
    }

    private void thenNotIssued(String why) {
        manila.when("officer-a", issue()).thenRejected(PETITION_SUSPENDED, Rule.PETITION_SUSPENDED_OR_RETURNED);
        assertThat(((Decision.Rejected) manila.lastDecision()).rejection().detail())
                .isEqualTo(why + "; no visa is issued before it is reaffirmed");
    }

    @Test
    void it_is_returned_or_revoked_without_a_suspension_before() {
        CaseScenario.applied("2024-03-05").given("officer-a", returned("2024-03-05"));
        CaseScenario.applied("2024-03-05").given("officer-a", revoked("2024-03-05"));
    }

    @Test
    void what_is_revoked_is_neither_suspended_nor_returned_afterwards() {
        manila.given("officer-a", revoked("2024-03-01"))
                .given("officer-a", suspended("2024-03-02"))
                .given("officer-a", returned("2024-03-03"));
        thenPetition(manila, REVOKED, "2024-03-01", null);
        manila.given("officer-a", reaffirmed("2024-03-04")).given("officer-a", suspended("2024-03-05"));
        thenPetition(manila, SUSPENDED, "2024-03-05", APPROVAL_BY_FRAUD);
    }

    @Test
    void of_one_day_what_stands_in_the_way_counts() {
        manila.given("officer-a", suspended("2024-03-05")).given("officer-a", reaffirmed("2024-03-05"));
        thenPetition(manila, SUSPENDED, "2024-03-05", APPROVAL_BY_FRAUD);
        manila.when("officer-a", issue()).thenRejected(PETITION_SUSPENDED);
    }

    /** 120 orders of five facts, two of one day. */
    @Test
    void the_latest_day_counts_whatever_the_order_of_entry() {
        var facts = List.of(
                suspended("2024-01-08"),
                reaffirmed("2024-01-15"),
                revoked("2024-02-01"),
                reaffirmed("2024-02-20"),
                returned("2024-02-20"));
        orders(facts).forEach(order -> {
            var story = CaseScenario.applied("2024-03-05");
            order.forEach(it -> story.given("officer-a", it));
            thenPetition(story, RETURNED, "2024-02-20", null);
            story.when("officer-a", issue()).thenRejected(PETITION_SUSPENDED);
        });
    }

    @Test
    void what_is_told_again_changes_nothing() {
        manila.given("officer-a", suspended("2024-03-01"));
        var before = manila.file().petitionFacts();
        manila.given("officer-b", suspended("2024-03-01"));
        assertThat(manila.file().petitionFacts()).isEqualTo(before);
    }

    @Test
    void one_petition_carries_the_whole_family() {
        var family =
                Families.applied("2024-03-05").given("officer-a", issue()).given("officer-a", returned("2024-03-05"));
        family.when("officer-a", issue(A2, null)).thenRejected(PETITION_SUSPENDED);
        family.when("officer-a", issue(Families.A3, null)).thenRejected(PETITION_SUSPENDED);
        assertThat(Families.states(family)).startsWith(ApplicationState.ISSUED);
    }

    @Test
    void whatever_else_stands_in_the_way_of_the_visa_is_told_first() {
        manila.given("officer-a", returned("2024-03-05"))
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenRejected(WRONG_ANNOTATION)
                .given("officer-a", refuse221g("BC"))
                .when("officer-a", issue())
                .thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void it_moves_no_clock() {
        manila.given("officer-a", refuse221g("BC"));
        var before = deadlines();
        manila.given("officer-a", suspended("2024-03-05")).given("officer-a", revoked("2024-03-05"));
        assertThat(deadlines()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void a_case_without_a_petition_of_immigrants_has_none_to_suspend() {
        var worker = CaseScenario.at("CDJ")
                .clock("2024-06-03T09:00")
                .given("intake", register("CDJ", VisaCategory.NONIMMIGRANT, "L1", principal()));
        var diversity =
                CaseScenario.at("MNL").clock("2024-06-03T09:00").given("intake", register("MNL", "DV1", principal()));
        for (var story : List.of(worker, diversity)) {
            story.when("officer-a", suspended("2024-06-03")).thenRejected(NO_PETITION);
            assertThat(story.view().petition()).isNull();
        }
    }

    @Test
    void a_reason_goes_with_a_suspension_and_nothing_is_told_of_days_to_come() {
        for (var status : PetitionStatus.values()) {
            var reason = status == SUSPENDED ? null : NOT_ENTITLED;
            manila.when("officer-a", new RecordPetitionStatus(status, LocalDate.parse("2024-03-05"), reason, null))
                    .thenMalformed("/reason");
        }
        manila.when("officer-a", revoked("2024-03-06")).thenMalformed("/on");
    }

    @Test
    void a_termination_revokes_it_and_a_reinstatement_gives_it_back() {
        var story = manila.given("officer-a", refuse221g("BC")).clock("2025-03-06T09:00");
        story.thenHappened(PetitionRevokedAutomatically.class);
        thenPetition(story, REVOKED, "2025-03-06", null);
        story.given("officer-a", reinstate());
        assertThat(story.view().petition()).isNull();
    }

    @Test
    void a_reinstatement_does_not_undo_what_dhs_has_done() {
        var story = manila.given("officer-a", refuse221g("BC"))
                .given("officer-a", suspended("2024-03-05"))
                .clock("2025-03-06T09:00");
        thenPetition(story, REVOKED, "2025-03-06", null);
        story.given("officer-a", revoked("2025-02-03"));
        thenPetition(story, REVOKED, "2025-02-03", null);
        story.given("officer-a", reinstate())
                .given("officer-a", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("intake", apply())
                .when("officer-a", issue())
                .thenRejected(PETITION_SUSPENDED);
        thenPetition(story, REVOKED, "2025-02-03", null);
    }

    @Test
    void a_reaffirmation_does_not_reinstate_the_registration() {
        var story = manila.given("officer-a", refuse221g("BC"))
                .clock("2025-03-10T09:00")
                .given("officer-a", reaffirmed("2025-03-10"));
        thenPetition(story, REVOKED, "2025-03-06", null);
        story.when("officer-a", issue()).thenRejected(REGISTRATION_TERMINATED);
    }

    @Test
    void a_report_is_of_the_case_and_is_not_kept_once_its_texts_are_erased() {
        manila.given("admin", new CaseCommand.ErasePersonalData(null, ErasureLevel.CONTENT, "DAA-0059-2020-0003"))
                .when("officer-a", returned("2024-03-05"))
                .thenRejected(ERASED)
                .given("officer-a", revoked("2024-03-05"));
    }

    private List<Deadline> deadlines() {
        return Arrays.stream(DeadlineKind.values())
                .flatMap(kind -> manila.deadlines(kind).stream())
                .toList();
    }

    /** Every order of some commands. */
    private static Stream<List<CaseCommand>> orders(List<? extends CaseCommand> commands) {
        if (commands.isEmpty()) {
            return Stream.of(List.of());
        }
        return commands.stream().flatMap(last -> {
            var others = new ArrayList<CaseCommand>(commands);
            others.remove(last);
            return orders(others).map(order -> Lists.and(order, last));
        });
    }

    private static void thenPetition(
            CaseScenario story, PetitionStatus status, String on, @Nullable SuspensionReason reason) {
        assertThat(story.view().petition()).isEqualTo(new PetitionView(status, LocalDate.parse(on), reason));
    }
}
