package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.Histories.context;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Histories.Step;
import consular.cases.domain.people.Actor;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Every short history of a small case: all sequences of these steps, by three officers and by time.
 * Whatever people do, in whatever order, some things never hold.
 */
class HistoriesTest {
    private static final List<Step> DECIDING = List.of(
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-b", refuse221g("SAO")),
            Step.of("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-b", overcome("F1")),
            Step.of("officer-a", processed("F2")),
            Step.of("officer-a", waive("F1")),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(VisaAnnotation.OVERCOME)),
            Step.of("officer-a", apply()),
            Step.of("officer-a", reinstate()),
            Step.passing(366),
            Step.passing(40));

    private static final List<Step> REVIEWING = List.of(
            Step.of("officer-a", refuseIneligible("212(a)(4)")),
            Step.of("officer-a", refuse221g("SAO")),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REVERSE)),
            Step.of("supervisor-a", reverse("R1")),
            Step.of("supervisor-a", discuss("R1", ProposedAction.REFER)),
            Step.of("supervisor-a", refer("R1")),
            Step.of("supervisor-a", concur("R1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", ask("F1")),
            Step.of("officer-b", adverse("AO1", "212(a)(4)")),
            Step.of("officer-b", issue(VisaAnnotation.OVERCOME)),
            Step.of("supervisor-a", issue(VisaAnnotation.OVERCOME)),
            Step.passing(35));

    private static final List<Step> OF_A_FAMILY = List.of(
            Step.of("officer-a", refuse221g("SAO")),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", refuseIneligible(A2, "212(a)(4)")),
            Step.of("officer-b", waitFor(A2, A1, A3)),
            Step.of("officer-b", waitFor(A1, A2)),
            Step.of("officer-b", travelWithout(A2, A1)),
            Step.of("officer-a", apply(A3)),
            Step.of("officer-b", processed("F1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", defer(A1, "F1", "2023-04-30")),
            Step.of("officer-a", issue()),
            Step.of("officer-b", issue(A2, null)),
            Step.passing(366),
            Step.passing(60));

    private static final List<Step> NONIMMIGRANT = List.of(
            Step.of("officer-a", refuse214b()),
            Step.of("officer-a", refuse221g("BC")),
            Step.of("officer-a", refuseIneligible("222(g)")),
            Step.of("officer-a", evidence("F1")),
            Step.of("officer-a", overcome("F1")),
            Step.of("officer-a", reverseOwn("R1")),
            Step.of("officer-a", issue()),
            Step.of("officer-a", withdraw()),
            Step.of("officer-a", discontinue("243d-1")),
            Step.of("officer-a", lift("243d-1")),
            Step.of("officer-a", apply()),
            Step.passing(366));

    @Test
    void whatever_is_decided_in_whatever_order(TestReporter reporter) {
        explore(CaseScenario.applied("2022-03-01"), DECIDING, reporter);
    }

    @Test
    void whatever_is_reviewed_in_whatever_order(TestReporter reporter) {
        explore(CaseScenario.applied("2022-03-01"), REVIEWING, reporter);
    }

    @Test
    void whatever_becomes_of_a_nonimmigrant_in_whatever_order(TestReporter reporter) {
        var visitor = CaseScenario.at("MNL")
                .clock("2022-03-01T09:00")
                .given("intake", register("MNL", VisaCategory.NONIMMIGRANT, "B2", principal()))
                .given("intake", apply());
        explore(visitor, NONIMMIGRANT, reporter);
    }

    /** The child executes an application when it is his or her turn, if ever. */
    @Test
    void whatever_a_family_does_in_whatever_order(TestReporter reporter) {
        explore(
                Families.registered("2022-03-01").given("intake", apply()).given("intake", apply(A2)),
                OF_A_FAMILY,
                reporter);
    }

    private static void explore(CaseScenario start, List<Step> steps, TestReporter reporter) {
        Histories.explore(start, LocalDate.of(2022, 3, 1), steps, 5, HistoriesTest::examine, reporter);
    }

    private static void examine(CaseFile file, List<RecordedEvent> history, LocalDate today) {
        thenNoContradiction(file);
        thenOneKindOfGroundAtEveryVersion(history);
        thenSequencesAscend(history);
        thenDeadlinesAreActedOnOnce(file, today);
        thenTerminatedAcceptsOnlyWhatItMay(file, today);
        thenAvailabilityAgrees(file, today);
        FamilyInvariants.hold(file, history);
        assertThat(CaseDecider.fold(history)).isEqualTo(file);
    }

    private static void thenNoContradiction(CaseFile file) {
        for (var applicant : file.applicants()) {
            var active = applicant.activeFindings().toList();
            switch (applicant.state()) {
                case REFUSED, LAPSED -> assertThat(active).isNotEmpty();
                case REGISTERED, UNDECIDED, REOPENED, ISSUED, DISCONTINUED ->
                    assertThat(active).isEmpty();
                case WITHDRAWN -> assertThat(applicant.executedOn()).isNotNull();
            }
        }
        assertThat(file.principal().state() == ApplicationState.ISSUED
                        && file.registration().isTerminated())
                .isFalse();
        assertThat(CaseView.of(file).version()).isEqualTo(file.version());
    }

    /** Whoever reads an earlier version, even one within a decision, sees it too. */
    private static void thenOneKindOfGroundAtEveryVersion(List<RecordedEvent> history) {
        var state = CaseDecider.initialState();
        for (var line : history) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            for (var applicant : ((CaseFile) state).applicants()) {
                var active = applicant.activeFindings().toList();
                assertThat(active.stream().anyMatch(it -> it.is212a() || it.is214b())
                                && active.stream().anyMatch(it -> it.kind().is221g()))
                        .as(
                                "221(g) and 212(a) or 214(b) stand together at version %d",
                                line.stamp().sequence() + 1)
                        .isFalse();
            }
        }
    }

    private static void thenSequencesAscend(List<RecordedEvent> history) {
        for (var i = 0; i < history.size(); i++) {
            var stamp = history.get(i).stamp();
            assertThat(stamp.sequence()).isEqualTo(i);
            assertThat(stamp.decision()).isLessThanOrEqualTo(i);
            assertThat(stamp.effectiveAt()).isBeforeOrEqualTo(stamp.recordedAt());
            assertThat(stamp.effectiveAt())
                    .isAfterOrEqualTo(history.getFirst().stamp().effectiveAt());
        }
    }

    private static void thenDeadlinesAreActedOnOnce(CaseFile file, LocalDate today) {
        var context = context(Actor.SERVICE, today);
        var first = (Decision.Accepted) CaseDecider.decide(new CaseCommand.ActOnDeadlines(), file, context);
        CaseState after = file;
        for (var line : first.events()) {
            after = CaseDecider.evolve(after, line.event(), line.stamp());
        }
        assertThat(CaseDecider.decide(new CaseCommand.ActOnDeadlines(), after, context))
                .isEqualTo(new Decision.Accepted(List.of()));
    }

    private static void thenTerminatedAcceptsOnlyWhatItMay(CaseFile file, LocalDate today) {
        if (file.registration().isTerminated()) {
            var context = context(TestActors.named("officer-a"), today);
            assertThat(List.of(issue(), refuse221g("PC"), refuseIneligible("212(a)(2)"), apply(), overcome("F1")))
                    .allSatisfy(command -> assertThat(CaseDecider.decide(command, file, context))
                            .isInstanceOf(Decision.Rejected.class));
        }
    }

    /** What is said to be allowed is, for the very command tried; what is not is answered alike. */
    private static void thenAvailabilityAgrees(CaseFile file, LocalDate today) {
        var context = context(TestActors.named("officer-b"), today);
        var allowed = AvailableCommands.of(file, context).stream()
                .filter(AvailableCommands.Availability::allowed)
                .map(AvailableCommands.Availability::command)
                .toList();
        assertThat(allowed.contains(CommandName.IssueVisa))
                .isEqualTo(anyAccepted(
                        it -> issue(it.applicantId(), it.annotationRequired().orElse(null)), file, context));
        assertThat(allowed.contains(CommandName.ApplyForVisa))
                .isEqualTo(anyAccepted(it -> apply(it.applicantId()), file, context));
        assertThat(allowed.contains(CommandName.Refuse221g))
                .isEqualTo(anyAccepted(it -> refuse221g(it.applicantId(), "BC"), file, context));
        assertThat(allowed.contains(CommandName.ReinstateRegistration))
                .isEqualTo(isAccepted(reinstate(), file, context));
    }

    private static boolean anyAccepted(
            Function<Applicant, CaseCommand> command, CaseFile file, CommandContext context) {
        return file.applicants().stream().anyMatch(it -> isAccepted(command.apply(it), file, context));
    }

    private static boolean isAccepted(CaseCommand command, CaseFile file, CommandContext context) {
        return CaseDecider.decide(command, file, context) instanceof Decision.Accepted;
    }
}
