package consular.cases.domain.registration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the registration. The clock that runs, if any, follows from this and from the
 * principal's findings.
 *
 * @param appliedAt when the principal first applied; null before
 * @param warnedFor the {@code terminateFrom} that the latest warning named
 * @param warnings how many warnings have named it
 */
public record Registration(
        @Nullable Availability availability,
        @Nullable Instant appliedAt,
        @Nullable LocalDate warnedFor,
        int warnings,
        @Nullable Termination termination) {

    /** A registration of which nothing has yet been notified. */
    public static final Registration NEW = new Registration(null, null, null, 0, null);

    public boolean isTerminated() {
        return termination != null;
    }

    public Registration available(Availability next) {
        return new Registration(next, appliedAt, warnedFor, warnings, termination);
    }

    public Registration retrogress(LocalDate from) {
        return availability == null
                ? this
                : new Registration(availability.stop(from), appliedAt, warnedFor, warnings, termination);
    }

    /** The principal has applied; only the first time counts, as nothing is left to be failed afterwards. */
    public Registration apply(Instant at) {
        return appliedAt == null ? new Registration(availability, at, warnedFor, warnings, termination) : this;
    }

    /** The {@code count}th warning of the clock that may end the registration from that day on has gone out. */
    public Registration warn(LocalDate terminateFrom, int count) {
        return new Registration(
                availability, appliedAt, terminateFrom, Math.max(count, warningsOf(terminateFrom)), termination);
    }

    /** How many warnings have gone out that the registration may be terminated from a day on. */
    public int warningsOf(LocalDate terminateFrom) {
        return terminateFrom.equals(warnedFor) ? warnings : 0;
    }

    public Registration terminate(Termination standing) {
        return new Registration(availability, appliedAt, warnedFor, warnings, standing);
    }

    public Registration closeWindow() {
        return termination == null
                ? this
                : new Registration(availability, appliedAt, warnedFor, warnings, termination.closeWindow());
    }

    public Registration reinstate() {
        return new Registration(availability, appliedAt, null, 0, null);
    }
}
