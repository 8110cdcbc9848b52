package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.EventByAnotherSystem.ClassEntryAcknowledged;
import consular.cases.domain.people.Actor;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import org.junit.jupiter.api.Test;

/** What becomes of an entry in CLASS when its person is erased. */
class ErasedClassEntryTest {
    private static final ClassEntry WITHDRAWN = new ClassEntry(ClassEntryState.NONE, ClassEntryState.QUEUED);
    private static final ClassEntry ENDED = new ClassEntry(ClassEntryState.NONE, ClassEntryState.SENT);

    @Test
    void is_withdrawn_and_class_is_told_to_delete_whatever_it_has_of_it() {
        var story = erased(ineligible());
        assertThat(entry(story)).isEqualTo(WITHDRAWN);
        assertThat(entry(story).unsent()).contains(ClassMessage.DELETION);
    }

    @Test
    void ends_when_the_deletion_is_acknowledged() {
        var story = erased(ineligible());
        acknowledge(story, ClassMessage.DELETION).thenEvents(ClassEntryAcknowledged.class);
        assertThat(entry(story)).isEqualTo(ENDED);
        assertThat(entry(story).unsent()).isEmpty();
        acknowledge(story, ClassMessage.DELETION).thenEvents();
    }

    @Test
    void keeps_a_deletion_that_was_asked_for_while_the_entry_waited() {
        var story = erased(overcome(ineligible()).given("officer-a", deleteFromClass("R1")));
        assertThat(entry(story)).isEqualTo(WITHDRAWN);
        acknowledge(story, ClassMessage.ENTRY).thenEvents(ClassEntryAcknowledged.class);
        assertThat(entry(story)).isEqualTo(new ClassEntry(ClassEntryState.SENT, ClassEntryState.QUEUED));
        acknowledge(story, ClassMessage.DELETION).thenEvents(ClassEntryAcknowledged.class);
        assertThat(entry(story)).isEqualTo(new ClassEntry(ClassEntryState.SENT, ClassEntryState.SENT));
    }

    /** The sender had the name in hand when the person was erased. */
    @Test
    void is_recorded_as_sent_though_it_was_withdrawn_the_moment_after_and_is_deleted_all_the_same() {
        var story = erased(ineligible());
        acknowledge(story, ClassMessage.ENTRY).thenEvents(ClassEntryAcknowledged.class);
        acknowledge(story, ClassMessage.ENTRY).thenEvents();
        assertThat(entry(story)).isEqualTo(new ClassEntry(ClassEntryState.SENT, ClassEntryState.QUEUED));
    }

    @Test
    void is_recorded_as_sent_even_after_its_deletion_which_was_the_last_word() {
        var story = erased(ineligible());
        acknowledge(story, ClassMessage.DELETION);
        acknowledge(story, ClassMessage.ENTRY).thenEvents(ClassEntryAcknowledged.class);
        assertThat(entry(story)).isEqualTo(new ClassEntry(ClassEntryState.SENT, ClassEntryState.SENT));
        acknowledge(story, ClassMessage.ENTRY).thenEvents();
    }

    @Test
    void of_which_the_deletion_goes_by_itself_nobody_else_can_ask_for_it() {
        var story = overcome(ineligible()).given("admin", erase(A1, ErasureLevel.KEY));
        story.when("officer-a", deleteFromClass("R1")).thenRejected(BAD_STATE);
        acknowledge(story, ClassMessage.DELETION);
        story.when("officer-a", deleteFromClass("R1")).thenRejected(BAD_STATE);
    }

    @Test
    void that_was_sent_before_stays_and_is_deleted_when_somebody_asks() {
        var story = ineligible();
        acknowledge(story, ClassMessage.ENTRY);
        overcome(story).given("admin", erase(A1, ErasureLevel.KEY));
        assertThat(entry(story)).isEqualTo(new ClassEntry(ClassEntryState.SENT, null));
        story.given("officer-a", deleteFromClass("R1"));
        assertThat(entry(story).unsent()).contains(ClassMessage.DELETION);
    }

    @Test
    void is_not_withdrawn_again_when_the_content_follows_the_key() {
        var story = erased(ineligible());
        acknowledge(story, ClassMessage.DELETION);
        story.given("admin", erase(A1, ErasureLevel.CONTENT));
        assertThat(entry(story)).isEqualTo(ENDED);
    }

    private static CaseScenario ineligible() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
    }

    private static CaseScenario overcome(CaseScenario story) {
        return story.given("intake", evidence("F1")).given("officer-a", Commands.overcome("F1"));
    }

    private static CaseScenario erased(CaseScenario story) {
        return story.given("admin", erase(A1, ErasureLevel.KEY));
    }

    private static CaseScenario acknowledge(CaseScenario story, ClassMessage message) {
        return story.decide(
                new AcknowledgeClassEntry(new RefusalId("R1"), message), story.context(Actor.SERVICE, null, null));
    }

    private static ClassEntry entry(CaseScenario story) {
        return story.file().refusal(new RefusalId("R1")).orElseThrow().classEntry();
    }
}
