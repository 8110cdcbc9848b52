package consular.cases.domain.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the registration. The clock that runs, if any, follows from this and from the
 * principal's findings.
 *
 * @param unavailableFrom the day from which there is retrogression that stops a year; null while visas are available
 * @param appliedAt when the principal first applied; null before
 * @param warnedFor the {@code terminateFrom} that the latest warning named
 * @param warnedOn the days on which the warnings that named it went out, in their order
 */
public record Registration(
        @Nullable Availability availability,
        @Nullable LocalDate unavailableFrom,
        @Nullable Instant appliedAt,
        @Nullable LocalDate warnedFor,
        List<LocalDate> warnedOn,
        @Nullable Termination termination) {

    public Registration {
        warnedOn = List.copyOf(warnedOn);
    }

    /** A registration of which nothing has yet been notified. */
    public static final Registration NEW = new Registration(null, null, null, null, List.of(), null);

    public boolean isTerminated() {
        return termination != null;
    }

    public Registration available(Availability next) {
        return new Registration(next, unavailableFrom, appliedAt, warnedFor, warnedOn, termination);
    }

    /**
     * A notice went out, and the year runs from it; but where retrogression that stands came after it, that has stopped the
     * year, in whatever order the two were entered. A notice after it says that visas are available again.
     */
    public Registration notified(Availability next) {
        return unavailableFrom == null || unavailableFrom.isBefore(next.transmittedOn())
                ? new Registration(next, null, appliedAt, warnedFor, warnedOn, termination)
                : available(next.stop(unavailableFrom));
    }

    /** There is retrogression; of several that stand the latest counts for notices to come, for the year the earliest. */
    public Registration retrogress(LocalDate from) {
        var latest = unavailableFrom != null && unavailableFrom.isAfter(from) ? unavailableFrom : from;
        return new Registration(
                availability == null ? null : availability.stop(from),
                latest,
                appliedAt,
                warnedFor,
                warnedOn,
                termination);
    }

    /** Visas are available again, unless retrogression came after that day. */
    public Registration restore(LocalDate from) {
        return unavailableFrom == null || from.isBefore(unavailableFrom)
                ? this
                : new Registration(availability, null, appliedAt, warnedFor, warnedOn, termination);
    }

    /** The principal has applied; only the first time counts, as nothing is left to be failed afterwards. */
    public Registration apply(Instant at) {
        return appliedAt == null
                ? new Registration(availability, unavailableFrom, at, warnedFor, warnedOn, termination)
                : this;
    }

    /**
     * The {@code count}th warning of the clock that may end the registration from that day on has gone out; one before it
     * that has not never will.
     */
    public Registration warn(LocalDate terminateFrom, int count, LocalDate on) {
        var days = new ArrayList<>(warningsOf(terminateFrom));
        while (days.size() < count) {
            days.add(on);
        }
        return new Registration(availability, unavailableFrom, appliedAt, terminateFrom, days, termination);
    }

    /** The days on which warnings have gone out that the registration may be terminated from a day on. */
    public List<LocalDate> warningsOf(LocalDate terminateFrom) {
        return terminateFrom.equals(warnedFor) ? warnedOn : List.of();
    }

    public Registration terminate(Termination standing) {
        return new Registration(availability, unavailableFrom, appliedAt, warnedFor, warnedOn, standing);
    }

    public Registration closeWindow() {
        return termination == null
                ? this
                : new Registration(
                        availability, unavailableFrom, appliedAt, warnedFor, warnedOn, termination.closeWindow());
    }

    public Registration reinstate() {
        return new Registration(availability, unavailableFrom, appliedAt, null, List.of(), null);
    }
}
