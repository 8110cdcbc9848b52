package consular.cases.domain;

import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What begins the year to act anew on its own day: a missed interview, or a follow-up package. So do the two years in which the
 * regulation reinstates; those of the statute do not.
 *
 * @param kind as what it is a fact of the year
 * @param failure what the applicant will have failed to do by the end of that year
 */
record YearAnew(LocalDate on, Kind kind, FailureToApply failure) {
    private static final List<Rule> RULES = List.of(YEAR_TO_ACT, REINSTATEMENT_BY_REGULATION, REINSTATEMENT_BY_STATUTE);

    static YearAnew missedInterview(LocalDate on) {
        return new YearAnew(on, Kind.MISSED, FailureToApply.MISSED_INTERVIEW);
    }

    static YearAnew followUpPackage(LocalDate on) {
        return new YearAnew(on, Kind.FOLLOWED_UP, FailureToApply.NO_FOLLOW_UP);
    }

    /** The event, by what it says of the year: the dates are null where it begins none. */
    @FunctionalInterface
    interface Telling {
        CaseEvent.ByPerson of(
                @Nullable LocalDate terminateFrom, @Nullable LocalDate reinstateBy, @Nullable YearToApply year);
    }

    /**
     * Retrogression stops or pauses the year, also where that is on record before. What comes before the day that the year
     * runs from, or on it and is not what begins it, is on record and begins none.
     */
    Decision record(Act act, Telling event) {
        return YearInTurn.with(on, kind, act)
                .map(year -> year.failure() == failure && year.runsFrom().equals(on)
                        ? act.record(
                                event.of(year.terminateFrom(), year.reinstateBy(), year),
                                year.retrogressed() ? Lists.and(RULES, RETROGRESSION_STOPS_THE_YEAR) : RULES)
                        : act.record(event.of(null, null, year), YEAR_TO_ACT))
                .orElseGet(() -> act.record(
                        event.of(
                                act.reckoning().terminateFrom(on),
                                act.reckoning().lastDayOfSecondYear(on),
                                null),
                        RULES))
                .accepted();
    }

    /** The registration, with this on record, as an event has told it. */
    CaseFile evolve(
            CaseFile file,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            @Nullable YearToApply year,
            Stamp stamp) {
        var known = file.registration().with(on, kind);
        var availability = known.availability();
        return file.withRegistration(RegistrationEvolution.reckonedAnew(known, year, file, stamp)
                .orElseGet(() -> availability == null || terminateFrom == null || reinstateBy == null
                        ? known
                        : known.available(availability.begunAnew(
                                failure, on, terminateFrom, reinstateBy, stamp.causeByPerson(file.zone())))));
    }
}
