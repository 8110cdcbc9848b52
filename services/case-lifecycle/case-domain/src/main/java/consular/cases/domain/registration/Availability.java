package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import consular.cases.domain.registration.Pauses.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notice that a visa is available, and the year to apply that runs from it.
 *
 * @param transmittedOn when the latest notice went out
 * @param clockFrom the day the year runs from: the transmission, a missed interview, a follow-up package, or a reinstatement
 * @param failure what the applicant will have failed to do by its end
 * @param statutoryReinstateBy the last day for reinstatement by INA 203(g), which no reinstatement moves
 * @param stoppedFrom the day from which there was retrogression, which stops a year that is not over; null while there
 *     was none
 * @param pauses those after which the year ran on
 * @param reinstated whether the year began anew with the registration
 * @param begun what began the year
 * @param cause what set it going last: the same, or what let it run on after retrogression
 */
public record Availability(
        LocalDate transmittedOn,
        LocalDate clockFrom,
        FailureToApply failure,
        LocalDate terminateFrom,
        LocalDate reinstateBy,
        LocalDate statutoryReinstateBy,
        @Nullable LocalDate stoppedFrom,
        Pauses pauses,
        boolean reinstated,
        Cause begun,
        Cause cause) {

    /**
     * The year that a notice sets going.
     *
     * @param before what ran until then; null when nothing did
     * @param known the pauses that were over when it was entered, beside those of what ran until then
     */
    public static Availability notified(
            @Nullable Availability before,
            LocalDate transmittedOn,
            LocalDate terminateFrom,
            LocalDate reinstateBy,
            List<Pause> known,
            Cause cause) {
        var pauses = pausesOfNotice(before, transmittedOn, known);
        return new Availability(
                transmittedOn,
                transmittedOn,
                FailureToApply.NO_APPLICATION,
                terminateFrom,
                reinstateBy,
                reinstateBy.minusDays(pauses.daysBefore(terminateFrom)),
                null,
                pauses,
                false,
                cause,
                cause);
    }

    /** The year begins anew with the registration. */
    public Availability reinstated(LocalDate on, LocalDate terminate, LocalDate reinstate, Cause reinstatement) {
        return new Availability(
                transmittedOn,
                on,
                FailureToApply.NO_APPLICATION,
                terminate,
                reinstate,
                statutoryReinstateBy,
                null,
                Pauses.none(on),
                true,
                reinstatement,
                reinstatement);
    }

    /**
     * The year begins anew with a missed interview or a follow-up package. What has stopped the year before stops the one that
     * begins.
     */
    public Availability begunAnew(
            FailureToApply next, LocalDate on, LocalDate terminate, LocalDate reinstate, Cause beginning) {
        return new Availability(
                transmittedOn,
                on,
                next,
                terminate,
                reinstate,
                statutoryReinstateBy,
                stoppedFrom,
                new Pauses(on, pauses.after(on)),
                false,
                beginning,
                beginning);
    }

    /**
     * The year as an event says that it is, which was entered out of its turn. Where it is the same year, what set it going
     * last stays so, unless it runs otherwise than it did.
     */
    static Availability reckonedAnew(@Nullable Availability before, YearToApply year, YearFacts facts, Cause cause) {
        var known = before != null && before.isBegunAs(year, facts) ? before : null;
        var pauses = known == null ? new Pauses(year.runsFrom(), year.pauses()) : known.pauses.with(year.pauses());
        var next = new Availability(
                facts.latestNotice().orElse(year.runsFrom()),
                year.runsFrom(),
                year.failure(),
                year.terminateFrom(),
                year.reinstateBy(),
                year.statutoryReinstateBy(),
                year.stoppedFrom(),
                pauses,
                known != null && known.reinstated,
                known == null ? cause : known.begun,
                cause);
        return known != null && (next.stopped() || known.runsLike(next))
                ? next.with(next.terminateFrom, next.reinstateBy, next.stoppedFrom, pauses, known.cause)
                : next;
    }

    /**
     * Whether a year is this one.
     *
     * @param facts what is on record: a notice on the day of a reinstatement follows it, and begins another year
     */
    boolean isBegunAs(YearToApply year, YearFacts facts) {
        return clockFrom.equals(year.runsFrom())
                && failure == year.failure()
                && !(reinstated && facts.holds(year.runsFrom(), YearFacts.Kind.NOTIFIED));
    }

    /**
     * A year reckoned anew. Where it is this one and has stood as this one has, it keeps the last days that it had, whatever
     * was switched since; its notice may be a later one.
     *
     * @param next the year reckoned anew
     * @param facts what it was reckoned from
     */
    public YearToApply keptIn(YearToApply next, YearFacts facts) {
        var here = YearToApply.of(this);
        return isBegunAs(next, facts) && here.standsUntil(terminateFrom).equals(next.standsUntil(terminateFrom))
                ? next.with(terminateFrom, reinstateBy)
                : next;
    }

    /** Whether it is a fact that began the year. */
    public boolean isBegunWith(YearFacts.Fact fact) {
        return clockFrom.equals(fact.on())
                && switch (fact.kind()) {
                    case NOTIFIED -> failure == FailureToApply.NO_APPLICATION && !reinstated;
                    case MISSED -> failure == FailureToApply.MISSED_INTERVIEW;
                    case FOLLOWED_UP -> failure == FailureToApply.NO_FOLLOW_UP;
                    case REINSTATED -> reinstated;
                    case ANSWERED, RETROGRESSED, RESTORED -> false;
                };
    }

    private boolean runsLike(Availability next) {
        return !stopped() && terminateFrom.equals(next.terminateFrom);
    }

    /** Whether retrogression has stopped the year: inside it, for a full year of availability is enough (R-TRM-06). */
    public boolean stopped() {
        return stoppedFrom != null && stoppedFrom.isBefore(terminateFrom);
    }

    /** Whether retrogression set in only after a day on which visas were available again. */
    public boolean isStoppedAfter(LocalDate restoredOn) {
        return stoppedFrom != null && restoredOn.isBefore(stoppedFrom);
    }

    /**
     * Retrogression stops the year; if it has done so already, from the earlier day. From a day before visas were last
     * available again, it puts right when that pause began, or adds one before it: the year stands as it did, until
     * availability is restored, and what had stood after that day counts then.
     */
    public Availability stop(LocalDate from) {
        if (stopped() && !isStoppedAfter(from)) {
            return this;
        }
        var since = pauses.beganBy(from);
        if (pauses.after(since).isEmpty()) {
            return with(terminateFrom, reinstateBy, since, pauses, cause);
        }
        var later = daysStood() - pauses.by(since).daysBefore(terminateFrom);
        return with(terminateFrom.minusDays(later), reinstateBy.minusDays(later), since, pauses, cause);
    }

    /** The pauses with which its days were reckoned: where it is stopped, those that were over by then. */
    public Pauses counted() {
        return stoppedFrom != null && stopped() ? pauses.by(stoppedFrom) : pauses;
    }

    /** How many days it has stood, beside those since it was stopped. */
    public long daysStood() {
        return counted().daysBefore(terminateFrom);
    }

    /** How the year has stood once visas are available again from a day. */
    public Pauses restored(LocalDate on) {
        return pauses.restored(stopped() && !isStoppedAfter(on) ? stoppedFrom : null, on);
    }

    /** How the year of a notice has stood: a pause that had begun when it went out was over by then. */
    private static Pauses pausesOfNotice(@Nullable Availability before, LocalDate on, List<Pause> known) {
        return new Pauses(
                on,
                Pauses.apart(
                        Stream.concat(before == null ? Stream.empty() : before.pauses.ended().stream(), known.stream())
                                .filter(it -> !it.stoppedFrom().isBefore(on))));
    }

    /** There is no retrogression any more that could stop a year. */
    public Availability withoutRetrogression() {
        return with(terminateFrom, reinstateBy, null, pauses, cause);
    }

    /** A notice that moves no year says that visas were available when it went out; the year that stood since before runs. */
    public Availability notifiedBefore(LocalDate on, Cause notice) {
        var isOver = stoppedFrom != null && stoppedFrom.isBefore(on);
        var isReleased = isOver && stopped();
        return new Availability(
                on.isAfter(transmittedOn) ? on : transmittedOn,
                clockFrom,
                failure,
                terminateFrom,
                reinstateBy,
                statutoryReinstateBy,
                isOver ? null : stoppedFrom,
                pauses,
                reinstated,
                begun,
                isReleased ? notice : cause);
    }

    /** What was left of the year runs on, unless retrogression has come since. */
    public Availability resume(LocalDate restoredOn, LocalDate terminate, LocalDate reinstate, Cause resumed) {
        var stands = isStoppedAfter(restoredOn);
        return with(terminate, reinstate, stands ? stoppedFrom : null, restored(restoredOn), stands ? cause : resumed);
    }

    private Availability with(
            LocalDate terminate, LocalDate reinstate, @Nullable LocalDate stopped, Pauses ended, Cause next) {
        return new Availability(
                transmittedOn,
                clockFrom,
                failure,
                terminate,
                reinstate,
                statutoryReinstateBy,
                stopped,
                ended,
                reinstated,
                begun,
                next);
    }
}
