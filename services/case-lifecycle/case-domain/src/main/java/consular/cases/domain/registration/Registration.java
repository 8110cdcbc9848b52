package consular.cases.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the registration. The clock that runs, if any, follows from this and from the
 * principal's findings.
 *
 * @param warnedFor the {@code terminateFrom} of the clock for which a warning has gone out
 */
public record Registration(
        @Nullable Availability availability,
        @Nullable LocalDate warnedFor,
        @Nullable Termination termination) {

    /** A registration of which nothing has yet been notified. */
    public static final Registration NEW = new Registration(null, null, null);

    public boolean isTerminated() {
        return termination != null;
    }

    public Registration available(Availability next) {
        return new Registration(next, warnedFor, termination);
    }

    public Registration retrogress(LocalDate from) {
        return availability == null ? this : new Registration(availability.stop(from), warnedFor, termination);
    }

    public Registration warn(LocalDate terminateFrom) {
        return new Registration(availability, terminateFrom, termination);
    }

    public Registration terminate(Termination standing) {
        return new Registration(availability, warnedFor, standing);
    }

    public Registration closeWindow() {
        return termination == null ? this : new Registration(availability, warnedFor, termination.closeWindow());
    }

    public Registration reinstate() {
        return new Registration(availability, null, null);
    }
}
