package consular.cases.domain.refusals;

import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A medical deferral of a finding.
 *
 * @param until its last day
 * @param givenAt when it was given
 * @param since when the finding began to be deferred without a break: when the first of these deferrals was given, each of
 *     them before the last had ended
 * @param cause what gave it, on the days of the post that refused
 * @param state what has become of it by the days on which that came about, whatever the order of entry
 * @param before the deferrals of the finding before that, which had ended
 */
public record Deferral(
        LocalDate until, Instant givenAt, Instant since, Cause cause, DeferralState state, List<Ended> before) {
    public Deferral {
        before = List.copyOf(before);
    }

    /** From when and through which day a finding was deferred without a break. */
    public record Ended(Instant since, LocalDate until) {}

    /** A deferral of a finding that had none. */
    static Deferral first(LocalDate until, Instant givenAt, Cause cause) {
        return new Deferral(until, givenAt, givenAt, cause, DeferralState.STANDING, List.of());
    }

    /** The same finding is deferred to another day. */
    Deferral then(LocalDate another, Instant given, Cause next) {
        return cause.dayOf(given).isAfter(until)
                ? new Deferral(
                        another, given, given, next, DeferralState.STANDING, Lists.and(before, new Ended(since, until)))
                : new Deferral(another, given, since, next, DeferralState.STANDING, before);
    }

    /**
     * It has come to something. Only the first time counts, save for a result that came in time and was entered after its end.
     */
    Deferral come(DeferralState to) {
        return state == DeferralState.STANDING || to == DeferralState.ANSWERED
                ? new Deferral(until, givenAt, since, cause, to, before)
                : this;
    }

    /** The day on which it ends, as a clock reckons it, be that on the days of another post. */
    public LocalDate lastDayBy(Cause clock) {
        return lastDay(until, clock);
    }

    private LocalDate lastDay(LocalDate day, Cause clock) {
        return clock.dayOf(cause.startOf(day.plusDays(1)).minusNanos(1));
    }

    /** Whether it stood on a day, or one before it did, as a clock reckons the days. */
    boolean stoodOn(LocalDate day, Cause clock) {
        return Stream.concat(before.stream(), Stream.of(new Ended(since, until)))
                .anyMatch(it -> !day.isBefore(clock.dayOf(it.since())) && !day.isAfter(lastDay(it.until(), clock)));
    }
}
