package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the registration. The clock that runs, if any, follows from this and from the
 * principal's findings.
 *
 * @param facts what is on record of the year to apply, in the order of its days
 * @param retrogressions those that stop a year
 * @param appliedAt when the principal first applied; null before
 * @param warned what was told of the day on which it may end; null while nothing was
 */
public record Registration(
        @Nullable Availability availability,
        YearFacts facts,
        Retrogressions retrogressions,
        @Nullable Instant appliedAt,
        @Nullable Warned warned,
        @Nullable Termination termination) {

    /** A registration of which nothing has yet been notified. */
    public static final Registration NEW =
            new Registration(null, YearFacts.NONE, Retrogressions.NONE, null, null, null);

    public boolean isTerminated() {
        return termination != null;
    }

    public Registration available(Availability next) {
        return new Registration(next, facts, retrogressions, appliedAt, warned, termination);
    }

    /** There is one fact more, which moves nothing by itself. */
    public Registration with(LocalDate on, YearFacts.Kind kind) {
        return new Registration(
                availability, facts.with(new YearFacts.Fact(on, kind)), retrogressions, appliedAt, warned, termination);
    }

    /** Whether a year is the one that runs already, though it may run otherwise. */
    public boolean hasBegun(YearToApply year) {
        return availability != null && availability.isBegunAs(year, facts);
    }

    /**
     * The day on which the applicant answered the follow-up instruction package, or took the case up after the missed
     * interview, from which the year runs; null where nobody has, and where only an application ends the year.
     */
    public @Nullable LocalDate answeredOn() {
        if (availability == null) {
            return null;
        }
        return switch (availability.failure()) {
            case NO_APPLICATION -> null;
            case MISSED_INTERVIEW, NO_FOLLOW_UP -> facts.answeredFrom(availability.clockFrom());
        };
    }

    /** The year as the facts have it, of which the latest was entered out of its turn. */
    public Registration reckonedAnew(YearToApply year, Cause entry) {
        return with(Availability.reckonedAnew(availability, year, facts, entry), Retrogressions.of(facts));
    }

    /**
     * A notice went out, and the year runs from it; but where retrogression that stands came after it, that has stopped the
     * year, in whatever order the two were entered. A notice after it says that visas are available again.
     */
    public Registration notified(Availability next) {
        return with(next, retrogressions.notified(next.transmittedOn())).stopAgain();
    }

    /** A notice went out before what the year runs from: retrogression of before the notice was over then. */
    public Registration notifiedBefore(LocalDate transmittedOn, Cause notice) {
        return with(
                        availability == null ? null : availability.notifiedBefore(transmittedOn, notice),
                        retrogressions.notified(transmittedOn))
                .stopAgain();
    }

    /** There is retrogression, beside what stands already. */
    public Registration retrogress(LocalDate from) {
        return with(availability == null ? null : availability.stop(from), retrogressions.begun(from));
    }

    /** Visas are available again, unless retrogression came after that day. */
    public Registration restore(LocalDate from) {
        return with(availability, retrogressions.restored(from));
    }

    /** What stands of retrogression stops the year, be it one that has just begun or just run on. */
    public Registration stopAgain() {
        return availability == null || retrogressions.standing().isEmpty()
                ? this
                : available(availability.stop(retrogressions.standing().getFirst()));
    }

    private Registration with(@Nullable Availability next, Retrogressions known) {
        return new Registration(next, facts, known, appliedAt, warned, termination);
    }

    /** The principal has applied; only the first time counts, as nothing is left to be failed afterwards. */
    public Registration apply(Instant at) {
        return appliedAt == null
                ? new Registration(availability, facts, retrogressions, at, warned, termination)
                : this;
    }

    /**
     * The {@code count}th warning of the clock that may end the registration from that day on, in days of the zone, has gone
     * out.
     */
    public Registration warn(LocalDate terminateFrom, int count, Instant at, ZoneId zone) {
        return new Registration(
                availability,
                facts,
                retrogressions,
                appliedAt,
                Warned.then(warned, terminateFrom, count, at, zone),
                termination);
    }

    /** The day from which it may be terminated, as the latest warning named it; null while none has gone out. */
    public @Nullable LocalDate warnedFor() {
        return warned == null ? null : warned.terminateFrom();
    }

    /** The days on which warnings have gone out that the registration may be terminated from a day on. */
    public List<LocalDate> warningsOf(LocalDate terminateFrom) {
        return warned == null ? List.of() : warned.of(terminateFrom);
    }

    public Registration terminate(Termination standing) {
        return new Registration(availability, facts, retrogressions, appliedAt, warned, standing);
    }

    public Registration closeWindow() {
        return termination == null
                ? this
                : new Registration(availability, facts, retrogressions, appliedAt, warned, termination.closeWindow());
    }

    public Registration reinstate() {
        return new Registration(availability, facts, retrogressions, appliedAt, null, null);
    }
}
