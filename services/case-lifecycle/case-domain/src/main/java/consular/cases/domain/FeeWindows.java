package consular.cases.domain;

import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The years in which an applicant who was refused needs no new application and fee (22 CFR 42.81(e)), and whether they have
 * lapsed.
 */
public record FeeWindows(Applicant applicant) {

    /** The finding with the latest window among those that stand; empty when none counts. */
    Optional<Finding> latest() {
        return latestOf(counting());
    }

    private Optional<Finding> latestOf(List<Finding> findings) {
        return findings.size() < 2
                ? Lists.first(findings, _ -> true)
                : findings.stream().max(Comparator.comparing(this::closesAt));
    }

    /** The first instant after the window of a finding. */
    Instant closesAt(Finding finding) {
        return yearOf(finding).startOf(finding.feeWindowEnd().plusDays(1));
    }

    /** What set going the year of a finding, on whose days it is reckoned. */
    Cause yearOf(Finding finding) {
        return FeeWindowClock.causeOf(finding, applicant.refusalOf(finding));
    }

    /** The findings whose windows count: active, and not settled by a later application. */
    private List<Finding> counting() {
        var counting = new ArrayList<Finding>();
        var refusals = applicant.refusals();
        for (var i = 0; i < refusals.size() && applicant.state() != ApplicationState.WITHDRAWN; i++) {
            var findings = refusals.get(i).findings();
            for (var j = 0; j < findings.size(); j++) {
                if (findings.get(j).countsForTheFee()) {
                    counting.add(findings.get(j));
                }
            }
        }
        return counting;
    }

    /** Whether the fee still serves at an instant; empty before execution. */
    Optional<FeeStatus> statusAt(Instant at) {
        return applicant.executedOn() == null
                ? Optional.empty()
                : Optional.of(hasLapsed() ? FeeStatus.LAPSED : statusByWindowsAt(at));
    }

    private FeeStatus statusByWindowsAt(Instant at) {
        var counting = counting();
        var latest = latestOf(counting);
        if (latest.isEmpty()) {
            return FeeStatus.PAID;
        }
        if (isCovered(counting, latest.get())) {
            return FeeStatus.COVERED;
        }
        return isPast(latest.get(), at) ? FeeStatus.LAPSED : FeeStatus.OPEN;
    }

    private boolean isPast(Finding finding, Instant at) {
        return yearOf(finding).dayOf(at).isAfter(finding.feeWindowEnd());
    }

    /**
     * Whether evidence that came in time covers the fee: on what stands, or on what still stood when the last window of that
     * ended. Whatever is closed first, the fee comes to the same.
     */
    boolean isCovered() {
        var counting = counting();
        return latestOf(counting).filter(latest -> isCovered(counting, latest)).isPresent();
    }

    private boolean isCovered(List<Finding> counting, Finding latest) {
        return Lists.any(counting, Finding::hasTimelyEvidence)
                || applicant.hasFinding(finding -> finding.hasTimelyEvidence() && stoodAtTheEndOf(latest, finding));
    }

    /** Whether a finding that was closed, and by no new application and fee, still stood when the window of another ended. */
    private boolean stoodAtTheEndOf(Finding latest, Finding closed) {
        var closing = closed.closing();
        return closing != null && !closed.feeSettled() && isPast(latest, closing.at());
    }

    /** The findings on which the fee has lapsed by an instant, as far as they stand; none while it still serves for them. */
    List<FindingId> lapsingAt(Instant at) {
        var counting = counting();
        return latestOf(counting)
                .filter(latest -> isPast(latest, at) && !isCovered(counting, latest))
                .map(_ -> Lists.map(counting, Finding::findingId))
                .orElse(List.of());
    }

    /**
     * Whether the fee had lapsed, before a finding was closed or made, on one that was not reversed: a refusal that was wrong
     * costs nobody a fee. No window of a later refusal avoids the new application and fee then.
     */
    public boolean hasLapsed() {
        var fee = applicant.fee();
        return fee.isRefunded() || (!fee.lapsedOn().isEmpty() && applicant.hasFinding(this::hasLapsedOn));
    }

    /** Whether the fee had lapsed on a finding, as {@link #hasLapsed}. */
    boolean hasLapsedOn(Finding finding) {
        return applicant.fee().lapsedOn().contains(finding.findingId()) && !isReversed(finding);
    }

    /** Whether a finding was reversed; if it was found anew on its ground, what took its place. */
    private boolean isReversed(Finding finding) {
        return switch (finding.status()) {
            case REVERSED -> true;
            case SUPERSEDED ->
                finding.kind() == FindingKind.SUBSTANTIVE
                        && FoundAnew.after(finding, applicant)
                                .filter(this::isReversed)
                                .isPresent();
            case ACTIVE, OVERCOME, WAIVED -> false;
        };
    }
}
