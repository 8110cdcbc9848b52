package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.posts.Post;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The clocks of a registration: the year of INA 203(g), its warning, and the window for reinstatement. */
final class RegistrationDeadlines {
    private static final String BEGUN_ANEW = "it begins anew with the reinstatement";

    private RegistrationDeadlines() {}

    static Stream<Deadline> of(CaseFile file, Post post, Alarms alarms) {
        return Stream.concat(
                TerminationClock.of(file).stream().flatMap(it -> termination(file, it, post, alarms)),
                reinstatement(file).stream());
    }

    private static Stream<Deadline> termination(CaseFile file, TerminationClock clock, Post post, Alarms alarms) {
        var because = new ArrayList<Deadline.Because>();
        DeadlineKind kind = switch (clock.kind()) {
            case TERM_A -> {
                because.add(begun(file, clock));
                because.addAll(failureToApply(file));
                because.addAll(RetrogressedYear.reasons(file));
                because.addAll(actedLate(file, clock));
                yield DeadlineKind.TERM_A;
            }
            case TERM_B -> {
                because.add(begun(file, clock));
                because.add(rule(TERMINATION_AFTER_221G, "a year to present evidence after a 221(g) refusal"));
                if (isBegunAnew(file, clock)) {
                    because.add(rule(REINSTATED, BEGUN_ANEW));
                }
                yield DeadlineKind.TERM_B;
            }
        };
        because.addAll(waits(file, clock));
        because.addAll(LateEntry.reason(clock.state(), limit(file, clock), clock.cause(), clock.due(), file));
        var ends = new Deadline(
                kind,
                file.caseNumber(),
                clock.due(),
                endsOn(file, clock, post),
                clock.state(),
                file.zone(),
                null,
                clock.resumes(file),
                because);
        return Stream.concat(warnings(file, clock, alarms), Stream.of(ends));
    }

    /** What says that a year is enough. */
    private static Rule limit(CaseFile file, TerminationClock clock) {
        return switch (clock.kind()) {
            case TERM_A -> limit(failure(file));
            case TERM_B -> TERMINATION_AFTER_221G;
        };
    }

    /** What says that a year is enough in which an applicant fails to do something. */
    static Rule limit(FailureToApply failure) {
        return switch (failure) {
            case NO_APPLICATION -> TERMINATION_FOR_FAILING_TO_APPLY;
            case MISSED_INTERVIEW, NO_FOLLOW_UP -> YEAR_TO_ACT;
        };
    }

    private static FailureToApply failure(CaseFile file) {
        var availability = file.registration().availability();
        return availability == null ? FailureToApply.NO_APPLICATION : availability.failure();
    }

    /** What holds the clock back, and its warnings with it. */
    private static List<Deadline.Because> waits(CaseFile file, TerminationClock clock) {
        var because = new ArrayList<Deadline.Because>();
        if (clock.awaitsOpinion(file)) {
            because.add(rule(NO_RESOLUTION_BEFORE_THE_OPINION, "an advisory opinion is awaited"));
        }
        if (clock.isDeferred(file)) {
            because.add(rule(MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, "a medical deferral outlasts the year"));
        }
        if (clock.isHeldToAWarning(file)) {
            because.add(rule(WARNING_BEFORE_TERMINATION, "a warning has named a later day as the last in time"));
        }
        return because;
    }

    /** Every warning of a clock, the first that goes out first. */
    static Stream<Deadline> warnings(CaseFile file, TerminationClock clock, Alarms alarms) {
        var days = alarms.terminationWarningDays();
        return IntStream.range(0, days.size()).mapToObj(i -> warning(file, clock, i, days.get(i)));
    }

    private static List<Deadline.Because> failureToApply(CaseFile file) {
        return switch (failure(file)) {
            case NO_APPLICATION -> noApplication(file);
            case MISSED_INTERVIEW ->
                List.of(rule(
                        YEAR_TO_ACT,
                        "a year to take the case up, to log in to CEAC, or to apply after an interview that"
                                + " was missed"));
            case NO_FOLLOW_UP ->
                List.of(rule(
                        YEAR_TO_ACT,
                        "a year to answer the follow-up instruction package, to log in to CEAC, or to apply"));
        };
    }

    private static List<Deadline.Because> noApplication(CaseFile file) {
        var availability = file.registration().availability();
        return availability != null && availability.reinstated()
                ? List.of(rule(TERMINATION_FOR_FAILING_TO_APPLY, "a year to apply"), rule(REINSTATED, BEGUN_ANEW))
                : List.of(
                        rule(TERMINATION_FOR_FAILING_TO_APPLY, "a year to apply after notice"),
                        rule(YEAR_RUNS_FROM_TRANSMISSION, "reckoned from the transmission of the notice"));
    }

    private static List<Deadline.Because> actedLate(CaseFile file, TerminationClock clock) {
        if (clock.state() == DeadlineState.STOPPED && file.registration().answeredOn() != null) {
            return List.of(rule(
                    YEAR_TO_ACT,
                    "an answer, late as it came, has ended the failure to act before the registration ended"));
        }
        return clock.state() == DeadlineState.STOPPED && file.registration().appliedAt() != null
                ? List.of(rule(
                        TERMINATION_FOR_FAILING_TO_APPLY,
                        "an application, late as it came, has ended the failure to apply before the"
                                + " registration ended"))
                : List.of();
    }

    private static Deadline.Because begun(CaseFile file, TerminationClock clock) {
        var availability = file.registration().availability();
        var begun =
                clock.kind() == TerminationKind.TERM_A && availability != null ? availability.begun() : clock.cause();
        return event(begun.sequence(), "the year runs from " + clock.anchor());
    }

    private static boolean isBegunAnew(CaseFile file, TerminationClock clock) {
        return Lists.any(file.principal().findings().toList(), finding -> {
            var restart = finding.clockRestart();
            return restart != null && restart.cause().equals(clock.cause());
        });
    }

    /** The first working day on or after the day from which the registration may be terminated. */
    private static LocalDate endsOn(CaseFile file, TerminationClock clock, Post post) {
        var termination = file.registration().termination();
        return termination != null && clock.state() == DeadlineState.PASSED
                ? termination.terminatedOn()
                : ActingPost.workingDay(
                        clock.comesAbout(clock.terminateFrom(), file),
                        clock.cause().zone(),
                        file,
                        post);
    }

    private static Deadline warning(CaseFile file, TerminationClock clock, int before, int days) {
        var legally = clock.lastDay().minusDays(days);
        var warnings = file.registration().warningsOf(clock.lastDay().plusDays(1));
        var warned = warnings.size() > before;
        var because = new ArrayList<>(List.of(
                begun(file, clock),
                rule(WARNING_BEFORE_TERMINATION, "a warning goes out " + days + " days before the last day in time")));
        because.addAll(waits(file, clock));
        var state = warned ? DeadlineState.PASSED : warningState(file, clock, legally);
        because.addAll(LateEntry.reason(state, WARNING_BEFORE_TERMINATION, clock.cause(), legally.minusDays(1), file));
        return new Deadline(
                DeadlineKind.TERM_WARNING,
                file.caseNumber(),
                legally.minusDays(1),
                warned ? warnings.get(before) : clock.warnsOn(legally, file),
                state,
                clock.cause().zone(),
                clock.kind(),
                false,
                because);
    }

    /**
     * Nobody is warned of a day that is past. A deferral only moves the warning; but it may be past already, when the clock
     * itself is not.
     */
    private static DeadlineState warningState(CaseFile file, TerminationClock clock, LocalDate legally) {
        return switch (clock.state()) {
            case MET, STOPPED, PASSED -> clock.state();
            case RUNNING, SUSPENDED -> {
                if (clock.warnsOn(legally, file).isAfter(clock.lastDay())) {
                    yield DeadlineState.STOPPED;
                }
                yield clock.state() == DeadlineState.RUNNING || clock.resumes(file)
                        ? LateEntry.state(clock.cause(), legally.minusDays(1), file)
                        : DeadlineState.SUSPENDED;
            }
        };
    }

    private static Optional<Deadline> reinstatement(CaseFile file) {
        var termination = file.registration().termination();
        if (termination == null) {
            return Optional.empty();
        }
        var due = termination.lastDayToReinstate();
        var passed = due.plusDays(1);
        return Optional.of(new Deadline(
                DeadlineKind.REINSTATEMENT,
                file.caseNumber(),
                due,
                passed.isBefore(termination.firstDay()) ? termination.firstDay() : passed,
                termination.windowClosed() ? DeadlineState.PASSED : DeadlineState.RUNNING,
                termination.cause().zone(),
                List.of(
                        event(termination.cause().sequence(), "terminated on " + termination.terminatedOn()),
                        rule(REINSTATEMENT_BY_REGULATION, "the end of the second year, its last day included"),
                        rule(REINSTATEMENT_BY_STATUTE, "where the statute gives a later day, that day"))));
    }
}
