package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.ANNOTATION_MISSING;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseEvent.ClassDeletionRequested;
import consular.cases.domain.EventByAnotherSystem.ClassEntryAcknowledged;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.Actor;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The entry of a refusal in CLASS. */
class ClassEntryTest {

    @Test
    void a_formal_refusal_on_212a_is_queued_and_no_other_is() {
        assertThat(state(ineligible())).isEqualTo(ClassEntryState.QUEUED);
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        assertThat(state(story)).isEqualTo(ClassEntryState.NONE);
        assertThat(unsent(story)).isEmpty();
    }

    @Test
    void is_sent_once_the_endpoint_has_acknowledged_it() {
        var story = ineligible();
        acknowledge(story, ClassMessage.ENTRY).thenEvents(ClassEntryAcknowledged.class);
        assertThat(state(story)).isEqualTo(ClassEntryState.SENT);
        var stamp = story.line(ClassEntryAcknowledged.class).stamp();
        assertThat(stamp.actor()).isEqualTo(Actor.SERVICE);
        assertThat(stamp.rules()).containsExactly(Rule.REFUSAL_GOES_TO_CLASS, Rule.HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL);
    }

    @Test
    void an_acknowledgement_that_comes_twice_or_for_nothing_changes_nothing() {
        var story = ineligible();
        acknowledge(story, ClassMessage.DELETION).thenEvents();
        acknowledge(story, ClassMessage.ENTRY).thenEvents(ClassEntryAcknowledged.class);
        acknowledge(story, ClassMessage.ENTRY).thenEvents();
        story.decide(
                        new AcknowledgeClassEntry(new RefusalId("R9"), ClassMessage.ENTRY),
                        story.context(Actor.SERVICE, null, null))
                .thenEvents();
    }

    @Test
    void an_acknowledgement_does_not_keep_a_person_from_entering_what_happened_before_it() {
        var story = ineligible().clock("2024-03-05T15:00");
        acknowledge(story, ClassMessage.ENTRY);
        story.whenLate("officer-a", note(), "2024-03-05T14:00", null).thenAccepted();
    }

    @Test
    void is_to_be_deleted_only_once_the_ineligibility_is_overcome() {
        var story = ineligible();
        story.when("officer-a", deleteFromClass("R1")).thenRejected(BAD_STATE);
        story.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", deleteFromClass("R1"))
                .thenEvents(ClassDeletionRequested.class)
                .when("officer-a", deleteFromClass("R1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void a_waived_ineligibility_stands_in_class() {
        ineligible()
                .given("intake", waive("F1"))
                .when("officer-a", deleteFromClass("R1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void a_refusal_without_an_entry_has_none_to_delete() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", processed("F1"))
                .when("officer-a", deleteFromClass("R1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void asking_for_the_deletion_leaves_the_annotation_required() {
        var story = overcomeAndDeleted();
        assertThat(story.applicant().annotationRequired()).isEqualTo(VisaAnnotation.OVERCOME);
        assertThat(story.line(ClassDeletionRequested.class).stamp().rules())
                .containsExactly(Rule.DELETION_KEEPS_THE_ANNOTATION);
        acknowledge(story, ClassMessage.ENTRY);
        acknowledge(story, ClassMessage.DELETION).thenEvents(ClassEntryAcknowledged.class);
        assertThat(story.applicant().annotationRequired()).isEqualTo(VisaAnnotation.OVERCOME);
        story.when("officer-a", issue()).thenRejected(ANNOTATION_MISSING);
    }

    @Test
    void the_entry_is_sent_before_the_request_to_delete_it() {
        var story = overcomeAndDeleted();
        assertThat(unsent(story)).containsExactly(ClassMessage.ENTRY);
        acknowledge(story, ClassMessage.ENTRY);
        assertThat(unsent(story)).containsExactly(ClassMessage.DELETION);
        acknowledge(story, ClassMessage.DELETION);
        assertThat(unsent(story)).isEmpty();
        assertThat(state(story)).isEqualTo(ClassEntryState.SENT);
    }

    @Test
    void is_not_made_of_whoever_was_erased_before_the_refusal() {
        var story = CaseScenario.applied("2024-03-05")
                .given("admin", erase(A1, ErasureLevel.KEY))
                .given("officer-a", refuseWithoutWords());
        assertThat(state(story)).isEqualTo(ClassEntryState.NONE);
        assertThat(unsent(story)).isEmpty();
        acknowledge(story, ClassMessage.ENTRY).thenEvents();
        acknowledge(story, ClassMessage.DELETION).thenEvents();
    }

    @Test
    void waits_on_while_the_texts_of_the_case_are_erased() {
        var story = ineligible().given("admin", erase(null, ErasureLevel.KEY));
        assertThat(state(story)).isEqualTo(ClassEntryState.QUEUED);
    }

    private static RefuseIneligible refuseWithoutWords() {
        return new RefuseIneligible(A1, List.of(new GroundGiven("212(a)(4)", null, true, false, false)), null);
    }

    private static CaseScenario ineligible() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
    }

    private static CaseScenario overcomeAndDeleted() {
        return ineligible()
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", deleteFromClass("R1"));
    }

    private static CaseScenario acknowledge(CaseScenario story, ClassMessage message) {
        return story.decide(
                new AcknowledgeClassEntry(new RefusalId("R1"), message), story.context(Actor.SERVICE, null, null));
    }

    private static ClassEntryState state(CaseScenario story) {
        return story.refusal("R1").classEntry().state();
    }

    private static List<ClassMessage> unsent(CaseScenario story) {
        return story.file()
                .refusals()
                .map(it -> it.classEntry())
                .flatMap((ClassEntry it) -> it.unsent().stream())
                .toList();
    }
}
