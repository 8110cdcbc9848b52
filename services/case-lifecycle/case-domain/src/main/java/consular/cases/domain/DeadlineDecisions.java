package consular.cases.domain;

import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.AdvisoryOpinionFollowUpDue;
import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.MedicalDeferralEnded;
import consular.cases.domain.EventByTime.NoticeOverdue;
import consular.cases.domain.EventByTime.PetitionRevokedAutomatically;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReinstatementWindowClosed;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.EventByTime.TerminationNoticeIssued;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rule;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the passing of time brings about. Time never decides a case; it terminates a registration, and
 * it makes a fact of a limit that has passed.
 */
final class DeadlineDecisions {
    private static final Comparator<Deadline> FIRST =
            Comparator.comparing(Deadline::firesAt).thenComparing(Deadline::kind);

    private DeadlineDecisions() {}

    /**
     * Acts on every deadline due by the clock's day, earliest first, each effective at the start of the
     * post-local day on which it fires. Acting on one may set the next going.
     */
    static Decision act(CaseFile file, CommandContext context) {
        return upTo(context.recordedAt(), file, context, _ -> false).accepted();
    }

    /**
     * Acts on every deadline due by an instant, earliest first.
     *
     * @param isLeft the kinds of which the first ends it, so that what comes after that is left for later with it
     */
    static Act upTo(Instant end, CaseFile file, CommandContext context, Predicate<DeadlineKind> isLeft) {
        var post = context.post();
        if (post == null) {
            throw new IllegalArgumentException("the post of a registered case is known");
        }
        var act = new Act(file, context, post.inZone(file.zone()));
        var due = due(act, end);
        while (!due.isEmpty()) {
            var earliest = Collections.min(due, FIRST);
            if (isLeft.test(earliest.kind())) {
                break;
            }
            fire(earliest, act);
            due = due(act, end);
            if (due.stream().anyMatch(earliest::isSameAs)) {
                throw new IllegalStateException(
                        earliest.kind() + " of " + earliest.subject() + " on " + earliest.due() + " is due for ever");
            }
        }
        return act;
    }

    /** When the service acts next, with the clock as it is; empty if not by {@code end}. */
    static Optional<Instant> next(CaseFile file, Post post, Alarms alarms, Instant clock, Instant end) {
        return CaseDeadlines.of(file, post, alarms).stream()
                .filter(deadline -> deadline.isDueBy(end))
                .map(Deadline::firesAt)
                .min(Comparator.naturalOrder())
                .map(start -> start.isAfter(clock) ? start : clock);
    }

    private static List<Deadline> due(Act act, Instant now) {
        return CaseDeadlines.of(act.file(), act.post(), act.context().policy().alarms()).stream()
                .filter(deadline -> deadline.isDueBy(now))
                .toList();
    }

    private static void fire(Deadline deadline, Act act) {
        switch (deadline.kind()) {
            case DECISION ->
                record(
                        new DecisionOverdue(new ApplicantId(deadline.subject()), deadline.due()),
                        deadline,
                        act,
                        limitOf(deadline, act));
            case REVIEW ->
                record(
                        new ReviewOverdue(new RefusalId(deadline.subject()), deadline.due()),
                        deadline,
                        act,
                        CaseDeadlines.limitOfReview(act.file()));
            case NOTICE ->
                record(
                        new NoticeOverdue(new RefusalId(deadline.subject()), deadline.due()),
                        deadline,
                        act,
                        NOTICE_OF_REFUSAL,
                        ORAL_AND_WRITTEN_NOTICE);
            case DOCUMENT_RETURN ->
                record(
                        new DocumentReturnDue(new RefusalId(deadline.subject()), deadline.due()),
                        deadline,
                        act,
                        DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT);
            case FEE_WINDOW ->
                record(
                        new FeeWindowClosed(new ApplicantId(deadline.subject()), deadline.due()),
                        deadline,
                        act,
                        NEW_FEE_AFTER_A_YEAR);
            case AO_FOLLOW_UP ->
                record(
                        new AdvisoryOpinionFollowUpDue(
                                new AdvisoryOpinionId(deadline.subject()),
                                deadline.due(),
                                act.reckoning().followUp(deadline.due())),
                        deadline,
                        act,
                        FOLLOW_UP_OF_AN_OPINION);
            case MEDICAL_DEFERRAL -> endDeferral(deadline, act);
            case TERM_WARNING -> warn(deadline, act);
            case TERM_A -> terminate(TerminationKind.TERM_A, deadline, act, failure(act.file()));
            case TERM_B -> terminate(TerminationKind.TERM_B, deadline, act, TERMINATION_AFTER_221G);
            case NIV_LAPSE ->
                record(
                        new ApplicationLapsed(new ApplicantId(deadline.subject()), deadline.due(), deadline.firesOn()),
                        deadline,
                        act,
                        NIV_DOCUMENTS_WITHIN_A_YEAR);
            case REINSTATEMENT ->
                record(
                        new ReinstatementWindowClosed(deadline.due()),
                        deadline,
                        act,
                        REINSTATEMENT_BY_REGULATION,
                        REINSTATEMENT_BY_STATUTE);
        }
    }

    private static Rule limitOf(Deadline decision, Act act) {
        var applicant =
                act.file().applicant(new ApplicantId(decision.subject())).orElseThrow();
        return Objects.requireNonNull(applicant.decision()).limit();
    }

    private static void endDeferral(Deadline deadline, Act act) {
        var findingId = new FindingId(deadline.subject());
        var applicant = act.file().applicantOf(findingId).orElseThrow();
        record(
                new MedicalDeferralEnded(applicant.applicantId(), findingId, deadline.due()),
                deadline,
                act,
                MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
    }

    private static void warn(Deadline deadline, Act act) {
        var clock = TerminationClock.of(act.file()).stream()
                .filter(it -> RegistrationDeadlines.warnings(
                                act.file(), it, act.context().policy().alarms())
                        .anyMatch(deadline::equals))
                .findFirst()
                .orElseThrow();
        record(
                new TerminationWarningSent(
                        clock.kind(), clock.anchor(), clock.lastDay().plusDays(1), warningsBy(deadline, clock, act)),
                deadline,
                act,
                WARNING_BEFORE_TERMINATION);
    }

    /** What was held back comes on one day, and nobody is warned twice on it. */
    private static int warningsBy(Deadline warning, TerminationClock clock, Act act) {
        return (int) RegistrationDeadlines.warnings(
                        act.file(), clock, act.context().policy().alarms())
                .filter(it ->
                        it.state() == DeadlineState.PASSED || !it.firesOn().isAfter(warning.firesOn()))
                .count();
    }

    private static void terminate(TerminationKind kind, Deadline deadline, Act act, Rule ground) {
        var clock = TerminationClock.of(act.file()).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
        var availability = act.file().registration().availability();
        var statutory =
                kind == TerminationKind.TERM_A && availability != null ? availability.statutoryReinstateBy() : null;
        record(
                new RegistrationTerminated(kind, clock.anchor(), deadline.firesOn(), clock.reinstateBy(), statutory),
                deadline,
                act,
                ground);
        record(new TerminationNoticeIssued(NoticeIssuer.of(kind)), deadline, act, NOTICE_OF_TERMINATION);
        var petition = act.file().petition();
        if (petition != null && act.file().isPetitionBased()) {
            record(new PetitionRevokedAutomatically(petition.receiptNumber()), deadline, act, PETITION_IS_REVOKED);
        }
    }

    private static Rule failure(CaseFile file) {
        var availability = file.registration().availability();
        return availability == null
                ? TERMINATION_FOR_FAILING_TO_APPLY
                : RegistrationDeadlines.limit(availability.failure());
    }

    private static void record(CaseEvent event, Deadline deadline, Act act, Rule... rules) {
        act.record(event, deadline.firesAt(), List.of(rules));
    }
}
