package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.people.Actor;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A record decided anew under the law and the policy under which it was made comes to the same case. */
class SameLawAnewTest {
    private static DecidedAnew anew(List<RecordedEvent> history, Instant now) {
        return DecidedAnew.of(history, TestPosts.all(), new Assumption(null, Policy.RECOMMENDED), now);
    }

    /** Quick services and slow ones, late entries, transfers, families. */
    @TestFactory
    Stream<DynamicTest> every_story_that_is_told_under_the_recommended_policy_comes_to_the_same() throws IOException {
        return StoriesTold.histories()
                .map(history -> DynamicTest.dynamicTest(history.getLast().toString(), () -> {
                    var now = history.getLast().stamp().recordedAt();
                    var file = actedOn((CaseState.CaseFile) CaseDecider.fold(history), now);
                    var anew = anew(history, now);
                    assertThat(anew.notGiven()).as("%s", history).isEmpty();
                    assertThat(CaseView.of(anew.file())).as("%s", history).isEqualTo(CaseView.of(file));
                }));
    }

    /** The case when the service has come to it at last. */
    private static CaseState.CaseFile actedOn(CaseState.CaseFile file, Instant now) {
        var post = TestPosts.named(file.post().value());
        var context = new CommandContext(CaseScenario.CASE, Actor.SERVICE, post, null, now, null, null, false);
        CaseState state = file;
        for (var line :
                ((Decision.Accepted) CaseDecider.decide(new CaseCommand.ActOnDeadlines(), file, context)).events()) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
        }
        return (CaseState.CaseFile) state;
    }

    /** The words of a notice whose addressee was erased since are no part of it any more. */
    @Test
    void a_notice_was_given_whatever_its_words() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", write("R1"));
        var now = story.history().getLast().stamp().recordedAt();
        var erased = story.history().stream()
                .map(line -> line.event() instanceof CaseEvent.WrittenNoticeIssued written
                        ? new RecordedEvent(
                                new CaseEvent.WrittenNoticeIssued(written.refusalId(), "erased under event 9"),
                                line.stamp())
                        : line)
                .toList();
        assertThat(anew(erased, now).notGiven()).isEmpty();
    }

    /** The post has since moved to another zone; the record keeps the one that it was in. */
    @Test
    void the_days_of_a_case_are_those_of_its_record() {
        var registered = CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL"))
                .history();
        var moved = registered.stream()
                .map(line -> line.event() instanceof CaseEvent.CaseRegistered e
                        ? new RecordedEvent(inZone(e, ZoneId.of("America/Tijuana")), line.stamp())
                        : line)
                .toList();
        var anew = anew(moved, moved.getLast().stamp().recordedAt());
        assertThat(anew.file().zone()).isEqualTo(ZoneId.of("America/Tijuana"));
    }

    private static CaseEvent.CaseRegistered inZone(CaseEvent.CaseRegistered e, ZoneId zone) {
        return new CaseEvent.CaseRegistered(
                e.caseId(),
                e.caseNumber(),
                e.post(),
                zone,
                e.category(),
                e.visaClass(),
                e.petition(),
                e.applicants(),
                e.counsel());
    }

    /** The service was down when the year ended, and what was done before that was entered after it. */
    @Test
    void an_act_that_was_entered_late_is_given_at_its_time() {
        var story = CaseScenario.applied("2023-06-15")
                .given("officer-a", refuse221g("Med"))
                .atTheClock("2024-06-17T09:00")
                .whenLate("officer-a", Families.defer(A1, "F1", "2024-12-31"), "2024-06-16T23:59", "the line was down")
                .thenAccepted();

        var anew = anew(
                story.history(),
                story.context(TestActors.named("auditor"), null, null).recordedAt());

        assertThat(anew.notGiven()).isEmpty();
        assertThat(CaseView.of(anew.file())).isEqualTo(story.view());
    }
}
