package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That no visa is issued against the Department (R-SUP-14, R-AO-04), told anew from the events alone: what has to be on the
 * record between an adverse opinion and the visa.
 */
final class OpinionInvariants {
    private final List<RecordedEvent> earlier;
    private final ApplicantId applicantId;

    private OpinionInvariants(List<RecordedEvent> earlier, ApplicantId applicantId) {
        this.earlier = earlier;
        this.applicantId = applicantId;
    }

    /** Looks at each visa of the last decision, and at what was on the record before it. */
    static void hold(List<RecordedEvent> history, int decided) {
        for (var i = decided; i < history.size(); i++) {
            if (history.get(i).event() instanceof VisaIssued issued) {
                new OpinionInvariants(history.subList(0, i), issued.applicantId()).hold();
            }
        }
    }

    private void hold() {
        for (var at = 0; at < earlier.size(); at++) {
            if (earlier.get(at).event() instanceof AdvisoryOpinionReceived adverse
                    && adverse.outcome() == OpinionOutcome.INELIGIBLE
                    && isOnTheApplicant(adverse.advisoryOpinionId())) {
                assertThat(isPutAgain(adverse) || isAnswered(adverse, at) || isWaived(adverse, at))
                        .as("a visa after %s: %s", adverse, earlier)
                        .isTrue();
            }
        }
    }

    private boolean isOnTheApplicant(AdvisoryOpinionId opinionId) {
        return all(AdvisoryOpinionRequested.class, 0)
                .anyMatch(it -> it.advisoryOpinionId().equals(opinionId)
                        && it.applicantId().equals(applicantId));
    }

    private boolean isPutAgain(AdvisoryOpinionReceived view) {
        return !view.bindingLegalRuling()
                && all(CaseResubmittedToDepartment.class, 0)
                        .anyMatch(it -> it.advisoryOpinionId().equals(view.advisoryOpinionId()));
    }

    /** By a later favourable opinion that may speak of it: a ruling by one that was not put again. */
    private boolean isAnswered(AdvisoryOpinionReceived adverse, int at) {
        return all(AdvisoryOpinionReceived.class, at + 1)
                .filter(later -> isOnTheApplicant(later.advisoryOpinionId()))
                .filter(later -> later.outcome() == OpinionOutcome.NO_INELIGIBILITY
                        && (!adverse.bindingLegalRuling() || !isPutAgain(later)))
                .anyMatch(later -> later.ground() == null
                        || own(adverse).startsWith(later.ground())
                        || found(adverse, at, null).anyMatch(it -> it.ground().startsWith(later.ground())));
    }

    /** All that was found on it and not reversed; found in one refusal, or anew in one after the reversal of that. */
    private boolean isWaived(AdvisoryOpinionReceived adverse, int at) {
        var since = at;
        while (true) {
            var refusal = first(adverse, since);
            if (refusal == null) {
                return all(WaiverRecorded.class, 0)
                        .anyMatch(it -> ground(it.findingId()).equals(own(adverse)));
            }
            var reversed = reversed(refusal.refusalId());
            var left = found(adverse, at, refusal.refusalId())
                    .filter(it -> reversed < 0 || isWaived(it.findingId()))
                    .toList();
            if (!left.isEmpty()) {
                return left.stream().allMatch(it -> isWaived(it.findingId()));
            }
            since = reversed;
        }
    }

    private static String own(AdvisoryOpinionReceived opinion) {
        var ground = opinion.ground();
        return ground == null ? "" : ground;
    }

    private @Nullable VisaRefused first(AdvisoryOpinionReceived adverse, int since) {
        return all(VisaRefused.class, since)
                .filter(it -> it.applicantId().equals(applicantId)
                        && found(adverse, since, it.refusalId()).findAny().isPresent())
                .findFirst()
                .orElse(null);
    }

    /** What was found within an opinion's own words, in one refusal or in all that followed. */
    private Stream<NewFinding> found(AdvisoryOpinionReceived opinion, int at, @Nullable RefusalId refusalId) {
        return all(VisaRefused.class, at)
                .filter(it -> it.applicantId().equals(applicantId)
                        && (refusalId == null || it.refusalId().equals(refusalId)))
                .flatMap(it -> it.findings().stream())
                .filter(it -> !it.kind().is221g() && it.ground().startsWith(own(opinion)));
    }

    private boolean isWaived(FindingId findingId) {
        return all(WaiverRecorded.class, 0)
                .anyMatch(it -> ground(it.findingId()).equals(ground(findingId)));
    }

    private String ground(FindingId findingId) {
        return all(VisaRefused.class, 0)
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.findingId().equals(findingId))
                .map(NewFinding::ground)
                .findFirst()
                .orElseThrow();
    }

    /** The place of the reversal of a refusal; -1 if there is none. */
    private int reversed(RefusalId refusalId) {
        for (var i = 0; i < earlier.size(); i++) {
            if ((earlier.get(i).event() instanceof RefusalReversedByAdjudicator own
                            && own.refusalId().equals(refusalId))
                    || (earlier.get(i).event() instanceof RefusalReversedBySupervisor other
                            && other.refusalId().equals(refusalId))) {
                return i;
            }
        }
        return -1;
    }

    private <E> Stream<E> all(Class<E> type, int from) {
        return earlier.subList(from, earlier.size()).stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
