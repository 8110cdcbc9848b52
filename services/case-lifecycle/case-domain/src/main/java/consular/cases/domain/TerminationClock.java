package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The year of INA 203(g), for failing to apply or for presenting no evidence after a 221(g) refusal.
 * Only the principal's findings count (22 CFR 42.83).
 *
 * @param anchor the day the year is reckoned from
 * @param terminateFrom the first day on which the registration may be terminated
 * @param lastDay the last day on which what is asked for still comes in time: that of the year, of a medical deferral that
 *     outlasts it, or one that a warning has named
 * @param heldUntil the latest day on which something went that had held the clock back: an awaited opinion came, or a
 *     finding with evidence, with a medical deferral or with a later year, ceased to stand; or the last day of a medical
 *     deferral that outlasts the year, or that a warning has named; null when nothing has
 * @param knownOn the latest day on which it came to be known that the clock runs to its last day; null when it was from
 *     the first
 */
public record TerminationClock(
        TerminationKind kind,
        LocalDate anchor,
        LocalDate terminateFrom,
        LocalDate lastDay,
        LocalDate reinstateBy,
        DeadlineState state,
        Cause cause,
        @Nullable LocalDate heldUntil,
        @Nullable LocalDate knownOn) {

    /** The last day of the year. */
    public LocalDate due() {
        return terminateFrom.minusDays(1);
    }

    /**
     * The day on which something comes about that would by law on {@code day}; but what was held back, or waited
     * because it was past when entered, does not come about before the day after it was released.
     */
    LocalDate comesAbout(LocalDate day, CaseFile file) {
        return LateEntry.comesAbout(day, cause, heldUntil, file);
    }

    /**
     * The day on which a warning goes out that by law would on {@code day}; no earlier than the day after it came to be
     * known what to warn of.
     */
    LocalDate warnsOn(LocalDate day, CaseFile file) {
        return LateEntry.comesAbout(day, cause, knownOn, file);
    }

    /** Whether it waits for an advisory opinion on the principal. */
    boolean awaitsOpinion(CaseFile file) {
        return mayBeHeldBack() && file.hasOpinionOn(file.principal().applicantId(), AdvisoryOpinion::isOpen);
    }

    /** Whether it waits for the end of a medical deferral of the principal. */
    boolean isDeferred(CaseFile file) {
        return mayBeHeldBack() && isDeferred(file.principal(), terminateFrom, cause);
    }

    /** An opinion or a deferral holds back the year to present evidence only; the year to apply waits for an act. */
    private boolean mayBeHeldBack() {
        return kind == TerminationKind.TERM_B && state == DeadlineState.SUSPENDED;
    }

    /** Whether it waits for the day that a warning has named, which is later than that of the year. */
    boolean isHeldToAWarning(CaseFile file) {
        return switch (state) {
            case RUNNING, SUSPENDED -> WarnedDay.of(file, terminateFrom, cause) != null;
            case MET, STOPPED, PASSED -> false;
        };
    }

    /** Whether it waits for a day only, and then goes on by itself. */
    boolean resumes(CaseFile file) {
        return isDeferred(file) && !awaitsOpinion(file);
    }

    /** Every such clock of the case, in whatever state; at most one of each kind. */
    public static List<TerminationClock> of(CaseFile file) {
        return Stream.of(forApplying(file), forEvidence(file))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The clock that would terminate the registration, if nothing happens. */
    public static Optional<TerminationClock> running(CaseFile file) {
        return file.registration().isTerminated()
                ? Optional.empty()
                : of(file).stream()
                        .filter(clock -> clock.state == DeadlineState.RUNNING || clock.state == DeadlineState.SUSPENDED)
                        .min(Comparator.comparing(TerminationClock::terminateFrom));
    }

    /** Whether a warning has gone out for the clock that runs, be it before a deferral gave it another last day. */
    public static boolean isWarned(CaseFile file) {
        var warnedFor = file.registration().warnedFor();
        return warnedFor != null
                && running(file)
                        .filter(clock -> !warnedFor.isBefore(clock.terminateFrom)
                                && !warnedFor.minusDays(1).isAfter(clock.lastDay))
                        .isPresent();
    }

    private static Optional<TerminationClock> forApplying(CaseFile file) {
        var availability = file.registration().availability();
        if (availability == null) {
            return Optional.empty();
        }
        // whoever has applied is warned of another year
        var year = file.registration().appliedAt() == null ? availability.terminateFrom() : null;
        return Optional.of(new TerminationClock(
                TerminationKind.TERM_A,
                availability.clockFrom(),
                availability.terminateFrom(),
                latest(availability.terminateFrom().minusDays(1), WarnedDay.told(file, year, availability.cause())),
                availability.reinstateBy(),
                stateForApplying(file, availability),
                availability.cause(),
                WarnedDay.of(file, year, availability.cause()),
                null));
    }

    /**
     * An application ends the failure to apply, and an answer the failure to answer the follow-up package or to act after a
     * missed interview, be it late: the registration would have had to end before (W-21, W-22).
     */
    private static DeadlineState stateForApplying(CaseFile file, Availability availability) {
        if (isTerminatedFor(file, TerminationKind.TERM_A)) {
            return DeadlineState.PASSED;
        }
        var due = availability.terminateFrom().minusDays(1);
        var answeredOn = file.registration().answeredOn();
        if (answeredOn != null) {
            return availability.stopped() || !answeredOn.isAfter(due) ? DeadlineState.MET : DeadlineState.STOPPED;
        }
        var appliedAt = file.registration().appliedAt();
        if (appliedAt != null) {
            return availability.stopped()
                            || !availability.cause().dayOf(appliedAt).isAfter(due)
                    ? DeadlineState.MET
                    : DeadlineState.STOPPED;
        }
        if (availability.stopped() || file.registration().isTerminated()) {
            return DeadlineState.STOPPED;
        }
        return switch (file.principal().state()) {
            case ISSUED, WITHDRAWN -> DeadlineState.STOPPED;
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, DISCONTINUED, LAPSED ->
                LateEntry.state(availability.cause(), due, file);
        };
    }

    private static Optional<TerminationClock> forEvidence(CaseFile file) {
        var principal = file.principal();
        var active = principal
                .activeFindings()
                .filter(it -> it.terminateFrom() != null)
                .toList();
        var candidates = active.isEmpty()
                ? principal.findings().filter(it -> it.terminateFrom() != null).toList()
                : active;
        return candidates.stream().max(latestOf(principal)).map(finding -> {
            var cause = causeOf(finding, principal);
            var terminateFrom = Objects.requireNonNull(finding.terminateFrom());
            var reinstateBy = Objects.requireNonNull(finding.reinstateBy());
            return new TerminationClock(
                    TerminationKind.TERM_B,
                    finding.clockFrom(),
                    terminateFrom,
                    latest(lastDay(active, terminateFrom, cause), WarnedDay.told(file, terminateFrom, cause)),
                    reinstateBy,
                    stateForEvidence(file, principal, finding, cause),
                    cause,
                    later(
                            ClockHolds.endedOn(
                                    file, principal, finding, terminateFrom, it -> it.terminateFrom() != null),
                            WarnedDay.of(file, terminateFrom, cause)),
                    ClockHolds.knownOn(file, principal, finding));
        });
    }

    static Cause causeOf(Finding finding, Applicant applicant) {
        return causeOf(finding, applicant.refusalOf(finding));
    }

    /** What set going the year of a finding: the refusal that made it, or the reinstatement. */
    static Cause causeOf(Finding finding, Refusal refusal) {
        var restart = finding.clockRestart();
        return restart != null ? restart.cause() : refusal.cause();
    }

    /** By the instant at which the year of a finding begins, at the post that refused or reinstated. */
    static Comparator<Finding> latestOf(Applicant applicant) {
        return Comparator.comparing(finding -> causeOf(finding, applicant).startOf(finding.clockFrom()));
    }

    private static DeadlineState stateForEvidence(CaseFile file, Applicant principal, Finding finding, Cause cause) {
        if (isTerminatedFor(file, TerminationKind.TERM_B)) {
            return DeadlineState.PASSED;
        }
        if (principal.state() == ApplicationState.WITHDRAWN) {
            return DeadlineState.STOPPED;
        }
        if (!finding.isActive()) {
            return principal.hadEvidenceOnWhatStoodLast(it -> it.terminateFrom() != null, WarnedDay.wasTold(file))
                    ? DeadlineState.MET
                    : DeadlineState.STOPPED;
        }
        if (principal.hasEvidenceOnWhatStands(WarnedDay.wasTold(file))) {
            return DeadlineState.MET;
        }
        if (file.registration().isTerminated()) {
            return DeadlineState.STOPPED;
        }
        return file.hasOpinionOn(principal.applicantId(), AdvisoryOpinion::isOpen)
                        || isDeferred(principal, Objects.requireNonNull(finding.terminateFrom()), cause)
                ? DeadlineState.SUSPENDED
                : LateEntry.state(
                        cause, Objects.requireNonNull(finding.terminateFrom()).minusDays(1), file);
    }

    private static LocalDate lastDay(List<Finding> active, LocalDate terminateFrom, Cause cause) {
        return active.stream()
                .filter(finding -> finding.isDeferredOn(terminateFrom, cause))
                .map(finding -> Objects.requireNonNull(finding.deferral()).until())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> terminateFrom.minusDays(1));
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : latest(one, other);
    }

    /** Whether a medical deferral on anything that stands reaches the day on which a clock would fire. */
    static boolean isDeferred(Applicant applicant, LocalDate fires, Cause clock) {
        return applicant.hasActiveFinding(finding -> finding.isDeferredOn(fires, clock));
    }

    private static boolean isTerminatedFor(CaseFile file, TerminationKind kind) {
        var termination = file.registration().termination();
        return termination != null && termination.kind() == kind;
    }
}
