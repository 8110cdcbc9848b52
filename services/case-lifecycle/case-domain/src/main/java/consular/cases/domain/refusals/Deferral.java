package consular.cases.domain.refusals;

import java.time.LocalDate;

/**
 * A medical deferral of a finding.
 *
 * @param until its last day
 * @param givenOn the day on which it was given, in the zone of the post that refused
 * @param since the day from which the finding has been deferred without a break: that on which the first of these
 *     deferrals was given, each of them before the last had ended
 */
public record Deferral(LocalDate until, LocalDate givenOn, LocalDate since) {
    /** A deferral of a finding that had none. */
    static Deferral first(LocalDate until, LocalDate givenOn) {
        return new Deferral(until, givenOn, givenOn);
    }

    /** The same finding is deferred to another day. */
    Deferral then(LocalDate another, LocalDate given) {
        return given.isAfter(until) ? first(another, given) : new Deferral(another, given, since);
    }

    /** Whether it stood on a day. */
    boolean stoodOn(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }
}
