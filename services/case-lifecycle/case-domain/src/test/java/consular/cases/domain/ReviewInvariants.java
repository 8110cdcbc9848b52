package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The order in which a refusal is reviewed (R-SUP-01 to R-SUP-15), told anew from the events alone: what has to be on the
 * record before an act of review, and what may not be there any more.
 */
final class ReviewInvariants {
    private final List<RecordedEvent> earlier;
    private final RecordedEvent line;

    private ReviewInvariants(List<RecordedEvent> earlier, RecordedEvent line) {
        this.earlier = earlier;
        this.line = line;
    }

    /** Looks at each event of the last decision, and at what was on the record before it. */
    static void hold(List<RecordedEvent> history, int decided) {
        for (var i = decided; i < history.size(); i++) {
            new ReviewInvariants(history.subList(0, i), history.get(i)).hold();
        }
    }

    /** By a day, every refusal that must be reviewed has been, or the record says that it has not in time. */
    static void nothingIsOverdueInSilence(List<RecordedEvent> history, LocalDate today) {
        for (var line : history) {
            if (line.event() instanceof VisaRefused refused
                    && refused.reviewDeadline() != null
                    && refused.reviewDeadline().isBefore(today)) {
                assertThat(history)
                        .as("review of %s, due by %s", refused.refusalId(), refused.reviewDeadline())
                        .anyMatch(it -> isOutcome(it.event(), refused.refusalId())
                                || it.event() instanceof ReviewOverdue overdue
                                        && overdue.refusalId().equals(refused.refusalId()));
            }
        }
    }

    private void hold() {
        switch (line.event()) {
            case RefusalSelectedForReview e -> thenReviewIsOpen(e.refusalId());
            case RefusalSelectedByPolicy e -> thenReviewIsOpen(e.refusalId());
            case ReviewOverdue e -> thenReviewWasMandatory(e);
            case SupervisorConcurred e -> thenMayReview(e.reviewer(), e.refusalId());
            case ReviewDiscussed e -> thenMayReview(e.reviewer(), e.refusalId());
            case RefusalReversedBySupervisor e -> thenMayDisagree(e.reviewer(), e.refusalId(), ProposedAction.REVERSE);
            case RefusalReferredToDepartment e -> thenMayDisagree(e.reviewer(), e.refusalId(), ProposedAction.REFER);
            case AdvisoryOpinionRequested e when e.origin() == OpinionOrigin.REVIEW -> thenItWasReferred(e);
            case RefusalReversedByAdjudicator e -> thenMayReverseOwn(e);
            case RefusingOfficerAdvised e -> thenASupervisorReversed(e.refusalId());
            case ApplicantNotifiedOfReversal e -> thenTheOfficerKnows(e.refusalId());
            case VisaIssued e -> thenMayDecide(e.applicantId());
            case RefusalOvercome e -> {
                if (!isRelease(e)) {
                    thenMayDecide(e.applicantId());
                }
            }
            case VisaRefused e -> {
                if (e.findings().stream().noneMatch(it -> it.kind() == FindingKind.FOLLOWS_FAMILY)) {
                    thenMayDecide(e.applicantId());
                }
            }
            default -> {}
        }
    }

    /** R-SUP-01, R-SUP-07: a refusal is reviewed after it was made, and to one outcome. */
    private void thenReviewIsOpen(RefusalId refusalId) {
        assertThat(refusal(refusalId))
                .as("%s reviews a refusal before it is made", line)
                .isPresent();
        assertThat(earlier).as("%s follows an outcome", line).noneMatch(it -> endsTheReview(it, refusalId));
    }

    /** R-SUP-09: an officer's own reversal is an outcome of a review that somebody had to do, and of no other. */
    private boolean endsTheReview(RecordedEvent act, RefusalId refusalId) {
        return isOutcome(act.event(), refusalId)
                && (!(act.event() instanceof RefusalReversedByAdjudicator)
                        || refusal(refusalId).orElseThrow().reviewClass() == ReviewClass.MANDATORY
                        || earlier.stream()
                                .filter(it ->
                                        it.stamp().sequence() < act.stamp().sequence())
                                .anyMatch(it -> opensTheReview(it.event(), refusalId)));
    }

    private static boolean opensTheReview(CaseEvent event, RefusalId refusalId) {
        return switch (event) {
            case RefusalSelectedForReview e -> e.refusalId().equals(refusalId);
            case RefusalSelectedByPolicy e -> e.refusalId().equals(refusalId);
            case ReviewDiscussed e -> e.refusalId().equals(refusalId);
            default -> false;
        };
    }

    /** R-SUP-12, R-SUP-13: by a commissioned officer who is not the one who refused, and formally only where review is formal. */
    private void thenMayReview(OfficerId reviewer, RefusalId refusalId) {
        thenReviewIsOpen(refusalId);
        var refused = refusal(refusalId).orElseThrow();
        assertThat(reviewer)
                .as("%s", line)
                .isEqualTo(line.stamp().actor().officer())
                .isNotEqualTo(refused.officer());
        assertThat(line.stamp().actor().commissioned()).as("%s", line).isTrue();
        assertThat(refused.reviewClass()).as("%s", line).isNotEqualTo(ReviewClass.CONSULTATIVE);
    }

    /** R-SUP-08: only after a discussion in which the same reviewer, by an earlier act, told the officer that this would be done. */
    private void thenMayDisagree(OfficerId reviewer, RefusalId refusalId, ProposedAction action) {
        thenMayReview(reviewer, refusalId);
        var told = last(it -> it.event() instanceof ReviewDiscussed discussed
                && discussed.refusalId().equals(refusalId)
                && discussed.officerInformed());
        assertThat(told).as("%s without an informed discussion", line).isPresent();
        assertThat(told.orElseThrow().event())
                .as("%s, of which another way was told", line)
                .isInstanceOfSatisfying(ReviewDiscussed.class, it -> {
                    assertThat(it.proposedAction()).as("%s", line).isEqualTo(action);
                    assertThat(it.reviewer()).as("%s", line).isEqualTo(reviewer);
                });
        assertThat(told.orElseThrow().stamp().decision())
                .isLessThan(line.stamp().decision());
    }

    /** R-AO-07: a question of review goes to the Department with its referral, in one decision. */
    private void thenItWasReferred(AdvisoryOpinionRequested asked) {
        assertThat(earlier.getLast().event()).isInstanceOfSatisfying(RefusalReferredToDepartment.class, referred -> {
            assertThat(referred.refusalId()).isEqualTo(asked.refusalId());
            assertThat(referred.advisoryOpinionId()).isEqualTo(asked.advisoryOpinionId());
        });
        assertThat(earlier.getLast().stamp().decision()).isEqualTo(line.stamp().decision());
    }

    /** R-SUP-09: the officer who refused, while the refusal stands. */
    private void thenMayReverseOwn(RefusalReversedByAdjudicator reversed) {
        var refused = refusal(reversed.refusalId());
        assertThat(refused.map(VisaRefused::officer)).as("%s", line).contains(reversed.officer());
        assertThat(line.stamp().actor().officer()).isEqualTo(reversed.officer());
        assertThat(earlier)
                .as("%s reverses what was reversed", line)
                .noneMatch(it -> isReversal(it.event(), reversed.refusalId()));
    }

    /** R-SUP-10: the refusing officer first, then the applicant; but an officer need not be advised of his or her own act. */
    private void thenTheOfficerKnows(RefusalId refusalId) {
        assertThat(earlier).as("%s", line).anyMatch(it -> isReversal(it.event(), refusalId));
        if (isReversedBySupervisor(refusalId)) {
            assertThat(earlier)
                    .as("%s before the refusing officer is advised", line)
                    .anyMatch(it -> it.event() instanceof RefusingOfficerAdvised advised
                            && advised.refusalId().equals(refusalId));
        }
    }

    private void thenASupervisorReversed(RefusalId refusalId) {
        assertThat(isReversedBySupervisor(refusalId)).as("%s", line).isTrue();
    }

    private boolean isReversedBySupervisor(RefusalId refusalId) {
        return earlier.stream()
                .anyMatch(it -> it.event() instanceof RefusalReversedBySupervisor reversed
                        && reversed.refusalId().equals(refusalId));
    }

    /** R-SUP-04: the limit passes once, the day after the last, on a review that the law asks for and nobody has ended. */
    private void thenReviewWasMandatory(ReviewOverdue overdue) {
        thenReviewIsOpen(overdue.refusalId());
        var refused = refusal(overdue.refusalId()).orElseThrow();
        assertThat(refused.reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        assertThat(refused.reviewDeadline()).isEqualTo(overdue.reviewDeadline());
        assertThat(earlier).noneMatch(it -> it.event().equals(overdue));
    }

    /** R-SUP-07: who reversed another's refusal has to decide, until it is handed back. */
    private void thenMayDecide(ApplicantId applicantId) {
        var assumed = last(it -> decidesOn(it.event(), applicantId));
        assumed.map(RecordedEvent::event)
                .filter(RefusalReversedBySupervisor.class::isInstance)
                .map(it -> ((RefusalReversedBySupervisor) it).reviewer())
                .ifPresent(supervisor -> assertThat(line.stamp().actor().officer())
                        .as("%s, for which a supervisor answers", line)
                        .isEqualTo(supervisor));
    }

    /** Who waited for another member is released by what clears that one, whoever does so. */
    private boolean isRelease(RefusalOvercome overcome) {
        return earlier.stream()
                .map(RecordedEvent::event)
                .filter(VisaRefused.class::isInstance)
                .flatMap(it -> ((VisaRefused) it).findings().stream())
                .anyMatch(it ->
                        overcome.findingIds().contains(it.findingId()) && it.kind() == FindingKind.FOLLOWS_FAMILY);
    }

    private static boolean decidesOn(CaseEvent event, ApplicantId applicantId) {
        return switch (event) {
            case RefusalReversedBySupervisor e -> e.applicantId().equals(applicantId);
            case ResponsibilityHandedBack e -> e.applicantId().equals(applicantId);
            case VisaRefused e -> e.applicantId().equals(applicantId);
            case VisaIssued e -> e.applicantId().equals(applicantId);
            default -> false;
        };
    }

    private static boolean isOutcome(CaseEvent event, RefusalId refusalId) {
        return isReversal(event, refusalId)
                || switch (event) {
                    case SupervisorConcurred e -> e.refusalId().equals(refusalId);
                    case RefusalReferredToDepartment e -> e.refusalId().equals(refusalId);
                    default -> false;
                };
    }

    private static boolean isReversal(CaseEvent event, RefusalId refusalId) {
        return switch (event) {
            case RefusalReversedBySupervisor e -> e.refusalId().equals(refusalId);
            case RefusalReversedByAdjudicator e -> e.refusalId().equals(refusalId);
            default -> false;
        };
    }

    private Optional<RecordedEvent> last(Predicate<RecordedEvent> isWanted) {
        return earlier.reversed().stream().filter(isWanted).findFirst();
    }

    private Optional<VisaRefused> refusal(RefusalId refusalId) {
        return earlier.stream()
                .map(RecordedEvent::event)
                .filter(VisaRefused.class::isInstance)
                .map(VisaRefused.class::cast)
                .filter(it -> it.refusalId().equals(refusalId))
                .findFirst();
    }
}
