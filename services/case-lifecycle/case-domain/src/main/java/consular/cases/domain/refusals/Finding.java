package consular.cases.domain.refusals;

import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Periods;
import consular.cases.domain.lists.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what has become of it.
 *
 * @param refusedOn the post-local day from which its fee clock runs
 * @param clockFrom the day from which its termination clock runs: the refusal, or the reinstatement
 * @param yearEndsOn the last day of the year that begins there, as it was reckoned then, whether or not a clock runs
 * @param terminateFrom the first day on which the registration may be terminated, if the clock runs
 * @param closing when and where it ceased to stand; null while it does
 * @param feeYearAnew the last day of a fee window that a reinstatement began anew; null while it runs from the refusal
 * @param clockRestart what set that clock going anew, a reinstatement; null while it runs from the refusal
 * @param deferral the medical deferral that was given last; null when there is none
 * @param feeSettled whether a later application and fee took the place of its fee window
 */
public record Finding(
        NewFinding entered,
        FindingStatus status,
        LocalDate refusedOn,
        LocalDate clockFrom,
        LocalDate yearEndsOn,
        @Nullable LocalDate terminateFrom,
        @Nullable LocalDate reinstateBy,
        @Nullable LocalDate feeYearAnew,
        @Nullable ClockRestart clockRestart,
        @Nullable Closing closing,
        @Nullable Deferral deferral,
        boolean feeSettled,
        List<Evidence> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** A finding as it stands when it has just been entered. */
    public static Finding entered(NewFinding entered, LocalDate refusedOn) {
        return new Finding(
                entered,
                FindingStatus.ACTIVE,
                refusedOn,
                refusedOn,
                lastDayOfYear(entered, refusedOn),
                entered.terminateFrom(),
                entered.reinstateBy(),
                null,
                null,
                null,
                null,
                false,
                List.of());
    }

    /** As the refusal has it: by its clock, by its fee window, or, for a finding that no evidence overcomes, a plain year. */
    private static LocalDate lastDayOfYear(NewFinding entered, LocalDate refusedOn) {
        var terminateFrom = entered.terminateFrom();
        if (terminateFrom != null) {
            return terminateFrom.minusDays(1);
        }
        var feeWindowEnd = entered.feeWindowEnd();
        return feeWindowEnd == null ? Periods.lastDayOfYear(refusedOn) : feeWindowEnd;
    }

    public FindingId findingId() {
        return entered.findingId();
    }

    public FindingKind kind() {
        return entered.kind();
    }

    /** The day on which it ceased to stand; null while it does. */
    public @Nullable LocalDate closedOn() {
        return closing == null ? null : closing.on();
    }

    public boolean isActive() {
        return status == FindingStatus.ACTIVE;
    }

    /** Whether it rests on INA 212(a), which is what goes to CLASS and later needs an annotation. */
    public boolean is212a() {
        return entered.ground().startsWith("212(a)");
    }

    /** Whether it is one that the Department gives an opinion on: neither 221(g) nor 214(b). */
    public boolean isIneligibility() {
        return !kind().is221g() && !is214b();
    }

    /** Whether it rests on INA 214(b), which ends a nonimmigrant's application and is not overcome in it. */
    public boolean is214b() {
        return Grounds.is214b(entered.ground());
    }

    /** Whether its fee window is one of those that the applicant's fee follows: it stands, and no later fee took its place. */
    public boolean countsForTheFee() {
        return isActive() && hasFeeWindow() && !feeSettled;
    }

    /** Whether evidence within a year avoids a new fee. */
    public boolean hasFeeWindow() {
        return entered.feeWindowEnd() != null;
    }

    /** The last day on which evidence avoids a new fee; only for a finding that {@link #hasFeeWindow has such a day}. */
    public LocalDate feeWindowEnd() {
        return feeYearAnew == null || !hasFeeWindow() ? Objects.requireNonNull(entered.feeWindowEnd()) : feeYearAnew;
    }

    /** Whether evidence came within the year, which avoids a new fee. */
    public boolean hasTimelyEvidence() {
        return Lists.any(evidence, Evidence::timely);
    }

    /**
     * Whether evidence came within the year after which the registration may be terminated for the lack of it. What
     * came before a reinstatement does not count, not on its day either: the year runs anew from there, on the days of the
     * post that reinstated. A medical deferral that outlasts the
     * year lengthens it, since the applicant was told to wait.
     */
    public boolean hasEvidenceAgainstTermination() {
        return hasEvidenceAgainstTermination(_ -> false);
    }

    /** The same, but also on days that are in time for another reason. */
    public boolean hasEvidenceAgainstTermination(Predicate<LocalDate> isInTime) {
        return hasEvidenceAgainstTermination(Long.MAX_VALUE, isInTime);
    }

    /** The same of what was received before a decision, in the order of the record. */
    public boolean hasEvidenceAgainstTermination(long decision, Predicate<LocalDate> isInTime) {
        return evidence.stream()
                .skip(clockRestart == null ? 0 : clockRestart.evidenceBefore())
                .filter(received -> received.decision() < decision)
                .map(this::dayOnTheClock)
                .anyMatch(day -> !day.isAfter(yearEndsOn) || wasDeferredOn(day) || isInTime.test(day));
    }

    private LocalDate dayOnTheClock(Evidence received) {
        return clockRestart == null
                ? received.receivedOn()
                : clockRestart.cause().dayOf(received.receivedAt());
    }

    private boolean wasDeferredOn(LocalDate day) {
        return deferral != null && wasDeferredOn(day, clockRestart == null ? deferral.cause() : clockRestart.cause());
    }

    /** Whether a medical deferral stood on a day, as a clock reckons it, on which the finding had not ceased to. */
    public boolean wasDeferredOn(LocalDate day, Cause clock) {
        return deferral != null
                && deferral.stoodOn(day, clock)
                && (closing == null || !day.isAfter(clock.dayOf(closing.at())));
    }

    /** Whether a medical deferral, once given, reaches {@code day} as a clock reckons it. */
    public boolean isDeferredOn(LocalDate day, Cause clock) {
        return deferral != null && !day.isAfter(deferral.lastDayBy(clock));
    }

    public Finding close(FindingStatus closed, Closing how) {
        return isActive()
                ? new Finding(
                        entered,
                        closed,
                        refusedOn,
                        clockFrom,
                        yearEndsOn,
                        terminateFrom,
                        reinstateBy,
                        feeYearAnew,
                        clockRestart,
                        how,
                        deferral,
                        feeSettled,
                        evidence)
                : this;
    }

    public Finding receive(Evidence received) {
        return new Finding(
                entered,
                status,
                refusedOn,
                clockFrom,
                yearEndsOn,
                terminateFrom,
                reinstateBy,
                feeYearAnew,
                clockRestart,
                closing,
                deferral,
                feeSettled,
                Lists.and(evidence, received));
    }

    /** Deferred until a day, or until another day than before. */
    public Finding defer(LocalDate until, Instant givenAt, Cause cause) {
        return with(deferral == null ? Deferral.first(until, givenAt, cause) : deferral.then(until, givenAt, cause));
    }

    /** Its deferral, where it has one that stands, has come to something. */
    public Finding endDeferral(DeferralState how) {
        return deferral == null ? this : with(deferral.come(how));
    }

    private Finding with(Deferral next) {
        return new Finding(
                entered,
                status,
                refusedOn,
                clockFrom,
                yearEndsOn,
                terminateFrom,
                reinstateBy,
                feeYearAnew,
                clockRestart,
                closing,
                next,
                feeSettled,
                evidence);
    }

    public Finding settleFee() {
        return new Finding(
                entered,
                status,
                refusedOn,
                clockFrom,
                yearEndsOn,
                terminateFrom,
                reinstateBy,
                feeYearAnew,
                clockRestart,
                closing,
                deferral,
                true,
                evidence);
    }

    /**
     * The year begins anew, and with it the fee window if its new end is given; a finding that starts none of its own
     * counts evidence from that day too.
     */
    public Finding restartClock(
            LocalDate from, LocalDate terminate, LocalDate reinstate, @Nullable LocalDate feeWindowEnd, Cause cause) {
        return new Finding(
                entered,
                status,
                refusedOn,
                from,
                terminate.minusDays(1),
                terminateFrom == null ? null : terminate,
                reinstateBy == null ? null : reinstate,
                feeWindowEnd == null ? feeYearAnew : feeWindowEnd,
                new ClockRestart(cause, evidence.size()),
                closing,
                deferral,
                feeSettled,
                evidence);
    }
}
