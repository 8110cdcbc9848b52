package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Histories.context;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Histories.Decided;
import consular.cases.domain.Histories.OfCase;
import consular.cases.domain.Histories.OfDecision;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.people.Actor;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What holds of every case and of every decision, whatever people do and in whatever order, each told in words. */
final class HistoryInvariants {
    private HistoryInvariants() {}

    record OfEveryCase(String words, OfCase check) {}

    record OfEveryDecision(String words, OfDecision check) {}

    static final List<OfEveryCase> CASES = List.of(
            new OfEveryCase(
                    "An application is refused while a finding stands and only then, and never both issued and"
                            + " terminated.",
                    (file, _, _) -> thenNoContradiction(file)),
            new OfEveryCase(
                    "At no version of the record do 221(g) and 212(a) or 214(b) stand together.",
                    (_, history, _) -> thenOneKindOfGroundAtEveryVersion(history)),
            new OfEveryCase(
                    "Nobody stands refused twice on one ground, but for 221(g), which has a finding for each reason.",
                    (file, _, _) -> thenNoGroundStandsTwice(file)),
            new OfEveryCase(
                    "Sequences ascend without a gap, and nothing takes effect before the case begins or after it is"
                            + " recorded.",
                    (_, history, _) -> thenSequencesAscend(history)),
            new OfEveryCase(
                    "A deadline is acted on once.", (file, _, today) -> thenDeadlinesAreActedOnOnce(file, today)),
            new OfEveryCase(
                    "What is known to be quiet without deriving a clock is quiet.",
                    (file, _, _) -> NothingDueTest.neverMissesAClock(file, Policy.RECOMMENDED.alarms())),
            new OfEveryCase(
                    "A terminated registration turns down whatever needs it: availability, applications, decisions,"
                            + " evidence, waivers and elections.",
                    (file, _, today) -> thenTerminatedAcceptsOnlyWhatItMay(file, today)),
            new OfEveryCase(
                    "Applying, issuing, refusing under 221(g) and reinstating are said to be allowed if the decider"
                            + " accepts them for anybody, and not otherwise.",
                    (file, _, today) -> thenAvailabilityAgrees(file, today)),
            new OfEveryCase(
                    "Who waits for the family has no clock of termination and waits for somebody who stands refused;"
                            + " the principal is issued first, and only the principal's clock ends the registration.",
                    (file, history, _) -> FamilyInvariants.hold(file, history)),
            new OfEveryCase(
                    "A review that the law asks for is never overdue in silence.",
                    (_, history, today) -> ReviewInvariants.nothingIsOverdueInSilence(history, today)),
            new OfEveryCase(
                    "The record folds into the case, from the first event on.",
                    (file, history, _) -> assertThat(CaseDecider.fold(history)).isEqualTo(file)));

    /** What {@link #thenNextStepsAreSaidToBeAllowed} holds of every case. */
    static final String NEXT_STEPS =
            "A step of the family that the decider would accept is said to be allowed to whoever would take it.";

    static final List<OfEveryDecision> DECISIONS = List.of(
            new OfEveryDecision(
                    "Time brings about only what is said to happen by time, and a person nothing of that.",
                    HistoryInvariants::thenTimeAndPeopleKeepApart),
            new OfEveryDecision(
                    "No clock moves, appears, stops or vanishes but by an event that may move it, whose clock it is,"
                            + " under a rule that the event or the clock cites; time acts on a clock on the day that it"
                            + " says.",
                    decided -> ClockInvariants.hold(
                            decided.before(), decided.lines(), Histories::post, Policy.RECOMMENDED.alarms())),
            new OfEveryDecision(
                    "A transfer sets no clock to another last day; the service only acts on a working day of the post"
                            + " where the case is.",
                    decided -> ClockInvariants.holdInATransfer(
                            decided.before(), decided.lines(), Histories::post, Policy.RECOMMENDED.alarms())),
            new OfEveryDecision(
                    "A refusal is reviewed after it was made, by a commissioned officer who did not make it, to one"
                        + " outcome; reversed or referred only after a discussion in which the same reviewer told the"
                        + " officer just that; and the officer is advised of a reversal before the applicant.",
                    decided -> ReviewInvariants.hold(decided.history(), decided.from())),
            new OfEveryDecision(
                    "No visa is issued after an adverse opinion, unless that was put again, a later one answered it, or"
                            + " all that was found on it was waived.",
                    decided -> OpinionInvariants.hold(decided.history(), decided.from())),
            new OfEveryDecision(
                    "No visa is issued while the petition is suspended, returned or revoked, until a later day on"
                            + " which it is reaffirmed, in whatever order that is told.",
                    decided -> PetitionInvariants.hold(decided.history(), decided.from())));

    private static void thenTimeAndPeopleKeepApart(Decided decided) {
        assertThat(decided.lines()).allMatch(line -> line.event() instanceof EventByTime == decided.byTime());
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

    private static void thenNoGroundStandsTwice(CaseFile file) {
        for (var applicant : file.applicants()) {
            assertThat(applicant
                            .activeFindings()
                            .filter(finding -> !finding.kind().is221g())
                            .map(finding -> finding.entered().ground()))
                    .doesNotHaveDuplicates();
        }
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
        var context = context(Actor.SERVICE, today, file);
        var first = (Decision.Accepted) CaseDecider.decide(new CaseCommand.ActOnDeadlines(), file, context);
        CaseState after = file;
        for (var line : first.events()) {
            after = CaseDecider.evolve(after, line.event(), line.stamp());
        }
        assertThat(CaseDecider.decide(new CaseCommand.ActOnDeadlines(), after, context))
                .isEqualTo(new Decision.Accepted(List.of()));
    }

    private static void thenTerminatedAcceptsOnlyWhatItMay(CaseFile file, LocalDate today) {
        if (!file.registration().isTerminated()) {
            return;
        }
        var context = context(TestActors.named("officer-a"), today, file);
        var barred = RejectionsOfCommandsTest.BARRED_BY_TERMINATION;
        for (var command : barred) {
            switch (CaseDecider.decide(command, file, context)) {
                case Decision.Rejected it -> assertThat(it.rejection().code()).isEqualTo(REGISTRATION_TERMINATED);
                case Decision.Malformed _ -> {
                    // it speaks of somebody or something that this case does not have
                }
                case Decision.Accepted _, Decision.Stale _ -> throw new AssertionError(command);
            }
        }
        assertThat(AvailableCommands.of(file, context))
                .filteredOn(it -> barred.stream().anyMatch(it.command().type()::isInstance))
                .allSatisfy(it -> assertThat(it.objection())
                        .as(it.command().name())
                        .isNotNull()
                        .extracting(Rejection::code)
                        .isEqualTo(REGISTRATION_TERMINATED));
    }

    /** What is said to be allowed is, for the very command tried; what is not is answered alike. */
    private static void thenAvailabilityAgrees(CaseFile file, LocalDate today) {
        var context = context(TestActors.named("officer-b"), today, file);
        var allowed = allowed(file, context);
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

    /** Whatever the next step of a family may do is said to be allowed to whoever would take it. */
    static void thenNextStepsAreSaidToBeAllowed(HistoryFamily family, CaseFile file, LocalDate today) {
        var possible = new TreeMap<String, Set<CommandName>>();
        for (var step : family.steps()) {
            var command = step.command();
            if (command != null
                    && isAccepted(command, file, context(TestActors.named(step.who()), command, today, file))) {
                Arrays.stream(CommandName.values())
                        .filter(name -> name.type().isInstance(command))
                        .forEach(name -> possible.computeIfAbsent(step.who(), _ -> EnumSet.noneOf(CommandName.class))
                                .add(name));
            }
        }
        possible.forEach((who, names) -> assertThat(allowed(file, context(TestActors.named(who), today, file)))
                .as("allowed to " + who)
                .containsAll(names));
    }

    private static List<CommandName> allowed(CaseFile file, CommandContext context) {
        return AvailableCommands.of(file, context).stream()
                .filter(AvailableCommands.Availability::allowed)
                .map(AvailableCommands.Availability::command)
                .toList();
    }

    private static boolean anyAccepted(
            Function<Applicant, CaseCommand> command, CaseFile file, CommandContext context) {
        return file.applicants().stream().anyMatch(it -> isAccepted(command.apply(it), file, context));
    }

    private static boolean isAccepted(CaseCommand command, CaseFile file, CommandContext context) {
        return CaseDecider.decide(command, file, context) instanceof Decision.Accepted;
    }
}
