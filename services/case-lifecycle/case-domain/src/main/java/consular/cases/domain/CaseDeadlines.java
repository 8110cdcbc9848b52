package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.registration.FailureToApply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives every clock of a case from the case, each with its reasons. Nothing else knows a deadline. */
public final class CaseDeadlines {
    private CaseDeadlines() {}

    /**
     * Every clock, in whatever state, by the day it is due.
     *
     * @param alarms how long before or after a day the service calls for attention
     */
    public static List<Deadline> of(CaseFile file, Post post, Alarms alarms) {
        return Stream.of(
                        file.applicants().stream().flatMap(it -> decision(file, it).stream()),
                        file.applicants().stream().flatMap(it -> feeWindow(file, it).stream()),
                        file.refusals().flatMap(it -> review(file, it).stream()),
                        file.refusals().map(it -> NoticeDeadline.of(file, it, post, alarms)),
                        file.refusals().flatMap(it -> CustodyClock.of(file, it).stream()),
                        file.opinions().stream().map(it -> followUp(file, it, post)),
                        TerminationClock.of(file).stream().flatMap(it -> termination(file, it, post, alarms)),
                        reinstatement(file).stream(),
                        LapseClock.of(file))
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(Deadline::due)
                        .thenComparing(Deadline::kind)
                        .thenComparing(Deadline::subject))
                .toList();
    }

    private static Optional<Deadline> decision(CaseFile file, Applicant applicant) {
        var clock = applicant.decision();
        if (clock == null) {
            return Optional.empty();
        }
        DeadlineState state;
        if (clock.overdue()) {
            state = DeadlineState.PASSED;
        } else if (applicant.state().awaitsDecision()) {
            state = LateEntry.state(clock.cause(), clock.due(), file);
        } else if (clock.decidedOn() == null) {
            state = DeadlineState.STOPPED;
        } else {
            state = clock.decidedLate() ? DeadlineState.PASSED : DeadlineState.MET;
        }
        var limit = clock.limit();
        return Optional.of(new Deadline(
                DeadlineKind.DECISION,
                applicant.applicantId().value(),
                clock.due(),
                clock.due().plusDays(1),
                state,
                clock.cause().zone(),
                List.of(
                        event(clock.cause().sequence(), "the application came before the post, or was reopened"),
                        rule(
                                limit,
                                limit == DECISION_BY_END_OF_WORKING_DAY
                                        ? "it is decided by the end of that working day"
                                        : "the post issues on the next working day, so it is decided by then"))));
    }

    /** The window of what stands; with nothing standing, the latest that ever ran. */
    private static Optional<Deadline> feeWindow(CaseFile file, Applicant applicant) {
        return applicant
                .latestFeeFinding()
                .or(() -> applicant
                        .findings()
                        .filter(Finding::hasFeeWindow)
                        .max(Comparator.comparing(applicant::feeWindowClosesAt)))
                .map(finding -> feeWindow(file, applicant, finding));
    }

    private static Deadline feeWindow(CaseFile file, Applicant applicant, Finding finding) {
        var due = finding.feeWindowEnd();
        var refusal = applicant.refusalOf(finding);
        var state = feeWindowState(file, applicant, finding, refusal);
        var because = new ArrayList<>(List.of(
                event(refusal.cause().sequence(), "refused on " + finding.refusedOn() + ", the latest that stands"),
                rule(ONE_YEAR_TO_OVERCOME, "a year from the refusal, its anniversary included"),
                rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence by then avoids a new application and fee")));
        if (state == DeadlineState.MET) {
            because.add(rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence came, or the finding was closed, in time"));
        }
        return new Deadline(
                DeadlineKind.FEE_WINDOW,
                applicant.applicantId().value(),
                due,
                due.plusDays(1),
                state,
                refusal.cause().zone(),
                because);
    }

    private static DeadlineState feeWindowState(CaseFile file, Applicant applicant, Finding finding, Refusal refusal) {
        var due = finding.feeWindowEnd();
        if (Lists.any(applicant.feeFindings(), Finding::hasTimelyEvidence)) {
            return DeadlineState.MET;
        }
        if (due.equals(applicant.fee().windowClosed())) {
            return finding.hasTimelyEvidence() ? DeadlineState.MET : DeadlineState.PASSED;
        }
        return switch (finding.status()) {
            case ACTIVE ->
                finding.feeSettled() || applicant.state() == ApplicationState.WITHDRAWN
                        ? DeadlineState.STOPPED
                        : LateEntry.state(refusal.cause(), due, file);
            case OVERCOME, WAIVED -> DeadlineState.MET;
            case REVERSED, SUPERSEDED -> DeadlineState.STOPPED;
        };
    }

    private static Optional<Deadline> review(CaseFile file, Refusal refusal) {
        var review = refusal.review();
        var due = review.deadline();
        if (due == null) {
            return Optional.empty();
        }
        DeadlineState state;
        if (review.overdueSince() != null) {
            state = DeadlineState.PASSED;
        } else if (review.state().isClosed()) {
            state = review.closedLate() ? DeadlineState.PASSED : DeadlineState.MET;
        } else {
            state = LateEntry.state(refusal.cause(), due, file);
        }
        return Optional.of(new Deadline(
                DeadlineKind.REVIEW,
                refusal.refusalId().value(),
                due,
                due.plusDays(1),
                state,
                refusal.cause().zone(),
                List.of(
                        event(refusal.cause().sequence(), "refused on " + refusal.refusedOn()),
                        file.isNonimmigrant()
                                ? rule(NIV_REFUSAL_IS_REVIEWED, "a nonimmigrant's refusal is reviewed")
                                : rule(
                                        REVIEW_IS_MANDATORY,
                                        "evidence can't overcome it, so a supervisor must review it"),
                        rule(
                                limitOfReview(file),
                                ChronoUnit.DAYS.between(refusal.refusedOn(), due)
                                        + " calendar days, not rolled to a working day"))));
    }

    /** What says until when a refusal is reviewed. */
    static Rule limitOfReview(CaseFile file) {
        return file.isNonimmigrant() ? NONIMMIGRANT_REVIEW_WITHOUT_DELAY : REVIEW_WITHIN_THIRTY_DAYS;
    }

    private static Deadline followUp(CaseFile file, AdvisoryOpinion opinion, Post post) {
        var due = opinion.followUpOn();
        return new Deadline(
                DeadlineKind.AO_FOLLOW_UP,
                opinion.advisoryOpinionId().value(),
                due,
                workingDay(due, opinion.cause().zone(), file, post),
                followUpState(file, opinion),
                file.zone(),
                List.of(
                        event(opinion.cause().sequence(), "asked of the Department on " + opinion.requestedOn()),
                        rule(
                                FOLLOW_UP_OF_AN_OPINION,
                                "followed up again and again until answered; on a closed day, the next working day")));
    }

    private static DeadlineState followUpState(CaseFile file, AdvisoryOpinion opinion) {
        return switch (opinion.state()) {
            case REQUESTED ->
                opinion.isForgotten()
                        ? DeadlineState.STOPPED
                        : LateEntry.state(opinion.cause(), opinion.followUpOn(), file);
            case RECEIVED, ACTED -> DeadlineState.MET;
            case WITHDRAWN -> DeadlineState.STOPPED;
        };
    }

    private static Stream<Deadline> termination(CaseFile file, TerminationClock clock, Post post, Alarms alarms) {
        var because = new ArrayList<Deadline.Because>();
        DeadlineKind kind = switch (clock.kind()) {
            case TERM_A -> {
                because.add(event(clock.cause().sequence(), "the year runs from " + clock.anchor()));
                because.addAll(failureToApply(file));
                if (clock.state() == DeadlineState.STOPPED) {
                    because.add(rule(RETROGRESSION_STOPS_THE_YEAR, "retrogression has stopped the year"));
                }
                yield DeadlineKind.TERM_A;
            }
            case TERM_B -> {
                because.add(event(clock.cause().sequence(), "the year runs from " + clock.anchor()));
                because.add(rule(TERMINATION_AFTER_221G, "a year to present evidence after a 221(g) refusal"));
                yield DeadlineKind.TERM_B;
            }
        };
        if (clock.awaitsOpinion(file)) {
            because.add(rule(NO_RESOLUTION_BEFORE_THE_OPINION, "an advisory opinion is awaited"));
        }
        if (clock.isDeferred(file)) {
            because.add(rule(MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, "a medical deferral outlasts the year"));
        }
        var ends = new Deadline(
                kind,
                file.caseNumber(),
                clock.due(),
                endsOn(file, clock, post),
                clock.state(),
                file.zone(),
                clock.resumes(file),
                because);
        return Stream.of(warning(file, clock, alarms.terminationWarningDays()), ends);
    }

    private static List<Deadline.Because> failureToApply(CaseFile file) {
        var availability = file.registration().availability();
        return availability != null && availability.failure() == FailureToApply.MISSED_INTERVIEW
                ? List.of(rule(MISSED_INTERVIEW, "a year to act after an interview that was missed"))
                : List.of(
                        rule(TERMINATION_FOR_FAILING_TO_APPLY, "a year to apply after notice"),
                        rule(YEAR_RUNS_FROM_TRANSMISSION, "reckoned from the transmission of the notice"));
    }

    /** The first working day on or after the day from which the registration may be terminated. */
    private static LocalDate endsOn(CaseFile file, TerminationClock clock, Post post) {
        var termination = file.registration().termination();
        return termination != null && clock.state() == DeadlineState.PASSED
                ? termination.terminatedOn()
                : workingDay(
                        clock.comesAbout(clock.terminateFrom(), file),
                        clock.cause().zone(),
                        file,
                        post);
    }

    /**
     * The first day of work at the post where the case is now that begins no earlier than {@code day} does where the clock
     * is reckoned: it is this post that acts, but nobody loses an hour because the case was sent there.
     */
    private static LocalDate workingDay(LocalDate day, ZoneId reckonedIn, CaseFile file, Post post) {
        var begins = day.atStartOfDay(reckonedIn).toInstant();
        var there = begins.atZone(file.zone()).toLocalDate();
        var whole = there.atStartOfDay(file.zone()).toInstant().isBefore(begins) ? there.plusDays(1) : there;
        return post.calendar().workingDayOnOrAfter(whole);
    }

    private static Deadline warning(CaseFile file, TerminationClock clock, int days) {
        var legally = clock.due().minusDays(days);
        var warned = clock.terminateFrom().equals(file.registration().warnedFor());
        return new Deadline(
                DeadlineKind.TERM_WARNING,
                file.caseNumber(),
                legally.minusDays(1),
                clock.comesAbout(legally, file),
                warned ? DeadlineState.PASSED : warningState(file, clock, legally.minusDays(1)),
                clock.cause().zone(),
                clock.resumes(file),
                List.of(
                        event(clock.cause().sequence(), "the year runs from " + clock.anchor()),
                        rule(
                                WARNING_BEFORE_TERMINATION,
                                "a warning goes out " + days + " days before the last day in time")));
    }

    /** That of the clock; but the warning may be past already, when the clock itself is not. */
    private static DeadlineState warningState(CaseFile file, TerminationClock clock, LocalDate due) {
        return switch (clock.state()) {
            case RUNNING -> LateEntry.state(clock.cause(), due, file);
            case MET, STOPPED, PASSED, SUSPENDED -> clock.state();
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
                passed.isBefore(termination.terminatedOn()) ? termination.terminatedOn() : passed,
                termination.windowClosed() ? DeadlineState.PASSED : DeadlineState.RUNNING,
                termination.cause().zone(),
                List.of(
                        event(termination.cause().sequence(), "terminated on " + termination.terminatedOn()),
                        rule(REINSTATEMENT_BY_REGULATION, "the end of the second year, its last day included"),
                        rule(REINSTATEMENT_BY_STATUTE, "where the statute gives a later day, that day"))));
    }
}
