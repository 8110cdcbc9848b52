package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The year in which evidence on one finding avoids a new fee. Each finding has its own; the applicant's fee follows the
 * most favourable of those that stand.
 *
 * @param waits whether it was past already when its refusal was entered late, and nobody has acted since
 */
public record FeeWindowClock(Refusal refusal, Finding finding, boolean waits) {

    /** The window of every finding ever made on the applicant, oldest first. */
    public static Stream<FeeWindowClock> of(CaseFile file, Applicant applicant) {
        return applicant.refusals().stream()
                .flatMap(refusal -> refusal.findings().stream()
                        .map(finding ->
                                new FeeWindowClock(refusal, finding, waits(file, applicant, refusal, finding))));
    }

    private static boolean waits(CaseFile file, Applicant applicant, Refusal refusal, Finding finding) {
        var end = finding.entered().feeWindowEnd();
        return LateEntry.state(refusal.cause(), end, file) == DeadlineState.SUSPENDED
                && !end.equals(applicant.fee().windowClosed());
    }

    /** The last day on which evidence avoids a new fee. */
    public LocalDate end() {
        return finding.entered().feeWindowEnd();
    }

    /**
     * Whether the end of the window no longer matters: evidence is in or the finding was closed in time, the refusal was
     * reversed, or a new application and fee took its place.
     */
    public boolean isCovered() {
        var closedOn = finding.closedOn();
        return finding.hasTimelyEvidence()
                || finding.feeSettled()
                || switch (finding.status()) {
                    case ACTIVE -> false;
                    case REVERSED -> true;
                    case OVERCOME, WAIVED, SUPERSEDED -> closedOn != null && !closedOn.isAfter(end());
                };
    }

    /**
     * Whether the applicant's fee still serves, as of the latest day on which anything took effect; empty before
     * execution. A window that waits has not lapsed.
     */
    static Optional<FeeStatus> feeStatus(CaseFile file, Applicant applicant) {
        var day = file.effectiveOn();
        return applicant.feeStatus(of(file, applicant)
                .filter(clock -> clock.waits && applicant.feeWindowEnd().equals(Optional.of(clock.end())))
                .map(FeeWindowClock::end)
                .filter(end -> end.isBefore(day))
                .findFirst()
                .orElse(day));
    }
}
