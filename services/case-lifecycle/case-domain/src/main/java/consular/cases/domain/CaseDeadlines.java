package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Periods;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives every clock of a case from the case, each with its reasons. Nothing else knows a deadline. */
public final class CaseDeadlines {
    private CaseDeadlines() {}

    /** Every clock, in whatever state, by the day it is due. */
    public static List<Deadline> of(CaseFile file, Post post) {
        return Stream.of(
                        file.applicants().stream().flatMap(it -> decision(file, it, post).stream()),
                        file.applicants().stream().flatMap(it -> feeWindow(file, it).stream()),
                        file.refusals().flatMap(it -> review(file, it).stream()),
                        file.opinions().stream().flatMap(it -> followUp(file, it, post).stream()),
                        TerminationClock.of(file).stream().flatMap(it -> termination(file, it, post)),
                        reinstatement(file).stream())
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(Deadline::due)
                        .thenComparing(Deadline::kind)
                        .thenComparing(Deadline::subject))
                .toList();
    }

    private static Optional<Deadline> decision(CaseFile file, Applicant applicant, Post post) {
        var clock = applicant.decision();
        if (clock == null) {
            return Optional.empty();
        }
        DeadlineState state;
        if (clock.overdue()) {
            state = DeadlineState.PASSED;
        } else if (applicant.state().awaitsDecision()) {
            state = LateEntry.state(clock.cause(), clock.due(), file);
        } else {
            state = DeadlineState.MET;
        }
        var limit = ApplicationDecisions.limitRule(post);
        return Optional.of(new Deadline(
                DeadlineKind.DECISION,
                applicant.applicantId().value(),
                clock.due(),
                clock.due().plusDays(1),
                state,
                List.of(
                        event(clock.cause().sequence(), "the application came before the post, or was reopened"),
                        rule(
                                limit,
                                limit == DECISION_BY_END_OF_WORKING_DAY
                                        ? "it is decided by the end of that working day"
                                        : "the post issues on the next working day, so it is decided by then"))));
    }

    private static Optional<Deadline> feeWindow(CaseFile file, Applicant applicant) {
        var latest = applicant
                .feeFindings()
                .max(Comparator.comparing(it -> it.entered().feeWindowEnd()));
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        var finding = latest.get();
        var due = finding.entered().feeWindowEnd();
        var refusal = refusalOf(applicant, finding);
        DeadlineState state;
        if (applicant.feeFindings().anyMatch(Finding::hasTimelyEvidence)) {
            state = DeadlineState.MET;
        } else if (due.equals(applicant.feeWindowClosed())) {
            state = DeadlineState.PASSED;
        } else {
            state = LateEntry.state(refusal.cause(), due, file);
        }
        var because = new ArrayList<>(List.of(
                event(refusal.cause().sequence(), "refused on " + finding.refusedOn() + ", the latest that stands"),
                rule(ONE_YEAR_TO_OVERCOME, "a year from the refusal, its anniversary included"),
                rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence by then avoids a new application and fee")));
        if (state == DeadlineState.MET) {
            because.add(rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence came in time"));
        }
        return Optional.of(new Deadline(
                DeadlineKind.FEE_WINDOW, applicant.applicantId().value(), due, due.plusDays(1), state, because));
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
            state = DeadlineState.MET;
        } else {
            state = LateEntry.state(refusal.cause(), due, file);
        }
        return Optional.of(new Deadline(
                DeadlineKind.REVIEW,
                refusal.refusalId().value(),
                due,
                due.plusDays(1),
                state,
                List.of(
                        event(refusal.cause().sequence(), "refused on " + refusal.refusedOn()),
                        rule(REVIEW_IS_MANDATORY, "evidence can't overcome it, so a supervisor must review it"),
                        rule(REVIEW_WITHIN_THIRTY_DAYS, "thirty calendar days, not rolled to a working day"))));
    }

    private static Optional<Deadline> followUp(CaseFile file, AdvisoryOpinion opinion, Post post) {
        var next = opinion.nextFollowUpOn();
        if (next == null) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                DeadlineKind.AO_FOLLOW_UP,
                opinion.advisoryOpinionId().value(),
                next,
                post.calendar().workingDayOnOrAfter(next),
                LateEntry.state(opinion.cause(), next, file),
                List.of(
                        event(opinion.cause().sequence(), "asked of the Department on " + opinion.requestedOn()),
                        rule(
                                FOLLOW_UP_OF_AN_OPINION,
                                "followed up every " + Periods.FOLLOW_UP_DAYS
                                        + " days until answered; on a closed day, the next working day"))));
    }

    private static Stream<Deadline> termination(CaseFile file, TerminationClock clock, Post post) {
        var because = new ArrayList<Deadline.Because>();
        DeadlineKind kind = switch (clock.kind()) {
            case TERM_A -> {
                because.add(event(clock.cause().sequence(), "the year runs from " + clock.anchor()));
                because.add(rule(TERMINATION_FOR_FAILING_TO_APPLY, "a year to apply after notice"));
                because.add(rule(YEAR_RUNS_FROM_TRANSMISSION, "reckoned from the transmission of the notice"));
                yield DeadlineKind.TERM_A;
            }
            case TERM_B -> {
                because.add(event(clock.cause().sequence(), "the year runs from " + clock.anchor()));
                because.add(rule(TERMINATION_AFTER_221G, "a year to present evidence after a 221(g) refusal"));
                yield DeadlineKind.TERM_B;
            }
        };
        if (clock.state() == DeadlineState.SUSPENDED && file.opinions().stream().anyMatch(AdvisoryOpinion::isOpen)) {
            because.add(rule(NO_RESOLUTION_BEFORE_THE_OPINION, "an advisory opinion is awaited"));
        }
        var ends = new Deadline(
                kind,
                file.caseNumber(),
                clock.due(),
                post.calendar().workingDayOnOrAfter(clock.terminateFrom()),
                clock.state(),
                because);
        return Stream.of(warning(file, clock), ends);
    }

    private static Deadline warning(CaseFile file, TerminationClock clock) {
        var firesOn = clock.due().minusDays(Periods.WARNING_DAYS);
        var warned = clock.terminateFrom().equals(file.registration().warnedFor());
        return new Deadline(
                DeadlineKind.TERM_WARNING,
                file.caseNumber(),
                firesOn.minusDays(1),
                firesOn,
                warned ? DeadlineState.PASSED : clock.state(),
                List.of(
                        event(clock.cause().sequence(), "the year runs from " + clock.anchor()),
                        rule(
                                WARNING_BEFORE_TERMINATION,
                                "a warning goes out " + Periods.WARNING_DAYS + " days before the last day in time")));
    }

    private static Optional<Deadline> reinstatement(CaseFile file) {
        var termination = file.registration().termination();
        if (termination == null) {
            return Optional.empty();
        }
        var due = termination.lastDayToReinstate();
        return Optional.of(new Deadline(
                DeadlineKind.REINSTATEMENT,
                file.caseNumber(),
                due,
                due.plusDays(1),
                termination.windowClosed() ? DeadlineState.PASSED : DeadlineState.RUNNING,
                List.of(
                        event(termination.cause().sequence(), "terminated on " + termination.terminatedOn()),
                        rule(REINSTATEMENT_BY_REGULATION, "the end of the second year, its last day included"),
                        rule(REINSTATEMENT_BY_STATUTE, "where the statute gives a later day, that day"))));
    }

    private static Refusal refusalOf(Applicant applicant, Finding finding) {
        return applicant.refusals().stream()
                .filter(refusal -> refusal.findings().contains(finding))
                .findFirst()
                .orElseThrow();
    }
}
