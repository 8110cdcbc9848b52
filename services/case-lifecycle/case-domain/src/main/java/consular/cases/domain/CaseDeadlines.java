package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rule;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
                        DeferralClock.of(file),
                        RegistrationDeadlines.of(file, post, alarms),
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
        } else if (applicant.state().awaitsDecision() && file.registration().isTerminated()) {
            state = DeadlineState.SUSPENDED;
        } else if (applicant.state().awaitsDecision()) {
            state = LateEntry.state(clock.cause(), clock.due(), file);
        } else if (clock.decidedOn() == null) {
            state = DeadlineState.STOPPED;
        } else {
            state = clock.decidedLate() ? DeadlineState.PASSED : DeadlineState.MET;
        }
        var limit = clock.limit();
        var because = new ArrayList<>(List.of(
                event(clock.cause().sequence(), "the application came before the post, or was reopened"),
                rule(
                        limit,
                        limit == DECISION_BY_END_OF_WORKING_DAY
                                ? "it is decided by the end of that working day"
                                : "the post issues on the next working day, so it is decided by then")));
        if (state == DeadlineState.SUSPENDED && file.registration().isTerminated()) {
            because.add(rule(
                    ENTITLEMENT_NEEDS_THE_REGISTRATION,
                    "nobody may decide while the registration is terminated; reinstated, the limit begins anew"));
        } else {
            because.addAll(LateEntry.reason(state, limit, clock.cause(), clock.due(), file));
        }
        return Optional.of(new Deadline(
                DeadlineKind.DECISION,
                applicant.applicantId().value(),
                clock.due(),
                clock.due().plusDays(1),
                state,
                clock.cause().zone(),
                because));
    }

    /** The window of what stands, or stood when the application was withdrawn; with nothing standing, the latest that ever ran. */
    private static Optional<Deadline> feeWindow(CaseFile file, Applicant applicant) {
        return applicant
                .feeWindows()
                .latest()
                .or(() -> latestWindow(applicant, Finding::countsForTheFee))
                .or(() -> latestWindow(applicant, Finding::hasFeeWindow))
                .map(finding -> feeWindow(file, applicant, finding));
    }

    private static Optional<Finding> latestWindow(Applicant applicant, Predicate<Finding> which) {
        return applicant.findings().filter(which).max(Comparator.comparing(applicant.feeWindows()::closesAt));
    }

    private static Deadline feeWindow(CaseFile file, Applicant applicant, Finding finding) {
        var due = finding.feeWindowEnd();
        var state = feeWindowState(file, applicant, finding);
        var begun = applicant.feeWindows().yearOf(finding);
        var isAnew = !begun.equals(applicant.refusalOf(finding).cause());
        var because = new ArrayList<>(List.of(
                isAnew
                        ? event(begun.sequence(), "the registration was reinstated, and the year begun anew")
                        : event(begun.sequence(), "refused on " + finding.refusedOn() + ", the latest that stands"),
                isAnew
                        ? rule(REINSTATED, "a year from the reinstatement, its anniversary included")
                        : rule(ONE_YEAR_TO_OVERCOME, "a year from the refusal, its anniversary included"),
                applicant.feeWindows().hasLapsed()
                        ? rule(
                                NEW_FEE_AFTER_A_YEAR,
                                "the fee no longer serves, so a new application and fee are needed")
                        : rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence by then avoids a new application and fee")));
        if (state == DeadlineState.MET && !applicant.feeWindows().hasLapsed()) {
            because.add(rule(NO_NEW_FEE_WITHIN_A_YEAR, "evidence came, or the finding was closed, in time"));
        }
        because.addAll(LateEntry.reason(state, ONE_YEAR_TO_OVERCOME, begun, due, file));
        return new Deadline(
                DeadlineKind.FEE_WINDOW,
                applicant.applicantId().value(),
                due,
                due.plusDays(1),
                state,
                begun.zone(),
                because);
    }

    private static DeadlineState feeWindowState(CaseFile file, Applicant applicant, Finding finding) {
        var due = finding.feeWindowEnd();
        if (applicant.feeWindows().isCovered()) {
            return DeadlineState.MET;
        }
        if (applicant.state() == ApplicationState.WITHDRAWN && finding.countsForTheFee()) {
            return applicant.feeWindows().hasLapsedOn(finding) ? DeadlineState.PASSED : DeadlineState.STOPPED;
        }
        if (due.equals(applicant.fee().windowClosed()) && !wasClosedBy(due, finding, applicant)) {
            return DeadlineState.PASSED;
        }
        return switch (finding.status()) {
            case ACTIVE ->
                finding.feeSettled()
                        ? DeadlineState.STOPPED
                        : LateEntry.state(applicant.feeWindows().yearOf(finding), due, file);
            case OVERCOME, WAIVED -> isClosedTooLate(finding, applicant) ? DeadlineState.PASSED : DeadlineState.MET;
            case REVERSED, SUPERSEDED -> DeadlineState.STOPPED;
        };
    }

    /** On the days of the post at which the window began, or began anew. */
    private static boolean wasClosedBy(LocalDate due, Finding finding, Applicant applicant) {
        var closing = finding.closing();
        return closing != null
                && !applicant.feeWindows().yearOf(finding).dayOf(closing.at()).isAfter(due);
    }

    /** Whether the window was over when the finding was closed, and no evidence had covered the fee. */
    private static boolean isClosedTooLate(Finding finding, Applicant applicant) {
        return finding.closing() != null
                && !wasClosedBy(finding.feeWindowEnd(), finding, applicant)
                && (applicant.feeWindows().hasLapsed() || !applicant.hasFinding(Finding::hasTimelyEvidence));
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
        var because = new ArrayList<>(List.of(
                event(refusal.cause().sequence(), "refused on " + refusal.refusedOn()),
                file.isNonimmigrant()
                        ? rule(NIV_REFUSAL_IS_REVIEWED, "a nonimmigrant's refusal is reviewed")
                        : rule(REVIEW_IS_MANDATORY, "evidence can't overcome it, so a supervisor must review it"),
                rule(
                        limitOfReview(file),
                        ChronoUnit.DAYS.between(refusal.refusedOn(), due)
                                + " calendar days, not rolled to a working day")));
        because.addAll(LateEntry.reason(state, limitOfReview(file), refusal.cause(), due, file));
        return Optional.of(new Deadline(
                DeadlineKind.REVIEW,
                refusal.refusalId().value(),
                due,
                due.plusDays(1),
                state,
                refusal.cause().zone(),
                because));
    }

    /** What says until when a refusal is reviewed. */
    static Rule limitOfReview(CaseFile file) {
        return file.isNonimmigrant() ? NONIMMIGRANT_REVIEW_WITHOUT_DELAY : REVIEW_WITHIN_THIRTY_DAYS;
    }

    private static Deadline followUp(CaseFile file, AdvisoryOpinion opinion, Post post) {
        var due = opinion.followUpOn();
        var state = followUpState(file, opinion);
        var because = new ArrayList<>(List.of(
                event(opinion.cause().sequence(), "asked of the Department on " + opinion.requestedOn()),
                rule(
                        FOLLOW_UP_OF_AN_OPINION,
                        "followed up again and again until answered; on a closed day, the next working day")));
        because.addAll(LateEntry.reason(state, FOLLOW_UP_OF_AN_OPINION, opinion.cause(), due, file));
        return new Deadline(
                DeadlineKind.AO_FOLLOW_UP,
                opinion.advisoryOpinionId().value(),
                due,
                ActingPost.workingDay(due, opinion.cause().zone(), file, post),
                state,
                file.zone(),
                because);
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
}
