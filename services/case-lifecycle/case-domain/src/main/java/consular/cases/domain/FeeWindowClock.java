package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The year in which evidence on one finding avoids a new fee. Each finding has its own; the applicant's fee follows the
 * most favourable of those that stand.
 *
 * @param waits whether it was past already when its refusal was entered late, and nobody has acted since
 * @param hasLapsed whether the applicant's fee has lapsed on a finding that was closed, and still does not serve
 */
public record FeeWindowClock(Refusal refusal, Finding finding, boolean waits, boolean hasLapsed) {

    /**
     * The window of every finding ever made on the applicant that has one, oldest first; none once the application is
     * withdrawn, since no fee is of use to it any more.
     */
    public static Stream<FeeWindowClock> of(CaseFile file, Applicant applicant) {
        return applicant.state() == ApplicationState.WITHDRAWN
                ? Stream.empty()
                : applicant.refusals().stream().flatMap(refusal -> of(file, applicant, refusal));
    }

    private static Stream<FeeWindowClock> of(CaseFile file, Applicant applicant, Refusal refusal) {
        return refusal.findings().stream()
                .filter(Finding::hasFeeWindow)
                .map(finding -> new FeeWindowClock(
                        refusal,
                        finding,
                        waits(file, applicant, refusal, finding),
                        applicant.feeWindows().hasLapsedOn(finding)));
    }

    private static boolean waits(CaseFile file, Applicant applicant, Refusal refusal, Finding finding) {
        var end = finding.feeWindowEnd();
        return LateEntry.state(causeOf(finding, refusal), end, file) == DeadlineState.SUSPENDED
                && !end.equals(applicant.fee().windowClosed());
    }

    /** The last day on which evidence avoids a new fee. */
    public LocalDate end() {
        return finding.feeWindowEnd();
    }

    /** The first instant after the window, at the post that refused, or that began the year anew. */
    public Instant closesAt() {
        return causeOf(finding, refusal).startOf(end().plusDays(1));
    }

    /** What set the window going: the refusal, or a reinstatement that began it anew. */
    static Cause causeOf(Finding finding, Refusal refusal) {
        var restart = finding.clockRestart();
        return restart != null && finding.feeYearAnew() != null ? restart.cause() : refusal.cause();
    }

    /**
     * Whether the end of the window no longer matters: evidence is in, the finding was closed while the fee served, the
     * refusal was reversed, or a new application and fee took its place.
     */
    public boolean isCovered() {
        return finding.hasTimelyEvidence()
                || finding.feeSettled()
                || switch (finding.status()) {
                    case ACTIVE -> false;
                    case REVERSED -> true;
                    case OVERCOME, WAIVED, SUPERSEDED -> !hasLapsed;
                };
    }

    /**
     * Whether the applicant's fee still serves, as of the latest time at which anything took effect; empty before
     * execution. A window that waits has not lapsed.
     */
    static Optional<FeeStatus> feeStatus(CaseFile file, Applicant applicant) {
        var now = file.progress().effectiveUntil();
        return applicant
                .feeWindows()
                .statusAt(of(file, applicant)
                        .filter(clock -> clock.waits && isLatest(clock, applicant))
                        .map(clock -> clock.closesAt().minusMillis(1))
                        .filter(lastInTime -> lastInTime.isBefore(now))
                        .findFirst()
                        .orElse(now));
    }

    private static boolean isLatest(FeeWindowClock clock, Applicant applicant) {
        return applicant.feeWindows().latest().filter(clock.finding::equals).isPresent();
    }
}
