package consular.cases.domain;

import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Periods;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.Registration;
import consular.cases.domain.registration.Termination;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.registration.YearToApply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the registration changes. */
final class RegistrationEvolution {
    private RegistrationEvolution() {}

    /** Only the principal's application keeps the registration. */
    static CaseFile applied(CaseFile file, ApplicationExecuted event, Stamp stamp) {
        return event.applicantId().equals(file.principal().applicantId())
                ? file.withRegistration(file.registration().apply(stamp.effectiveAt()))
                : file;
    }

    static CaseFile notified(CaseFile file, VisaAvailabilityNotified event, Stamp stamp) {
        var known = file.registration().with(event.transmittedOn(), Kind.NOTIFIED);
        return file.withRegistration(
                reckonedAnew(known, event.year(), file, stamp).orElseGet(() -> notified(known, event, file, stamp)));
    }

    private static Registration notified(
            Registration registration, VisaAvailabilityNotified event, CaseFile file, Stamp stamp) {
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        if (terminateFrom == null || reinstateBy == null) {
            return event.endsRetrogression()
                    ? registration.notifiedBefore(event.transmittedOn(), goingOn(file, stamp))
                    : registration;
        }
        var notified = Availability.notified(
                registration.availability(),
                event.transmittedOn(),
                terminateFrom,
                reinstateBy,
                event.pauses(),
                stamp.causeByPerson(file.zone()));
        var stoppedFrom = event.stoppedFrom();
        return registration.notified(stoppedFrom == null ? notified : notified.stop(stoppedFrom));
    }

    /** Retrogression under a law that does not let it stop the year is no fact of the year. */
    static CaseFile retrogressed(CaseFile file, RetrogressionRecorded event, Stamp stamp) {
        if (!stamp.ruleSet().retrogressionStopsTheClock()) {
            return file;
        }
        var known = file.registration().with(event.from(), Kind.RETROGRESSED);
        return file.withRegistration(reckonedAnew(known, event.year(), file, stamp)
                .orElseGet(() -> event.stopsClock() ? known.retrogress(event.from()) : known));
    }

    static CaseFile restored(CaseFile file, AvailabilityRestored event, Stamp stamp) {
        var known = file.registration().with(event.from(), Kind.RESTORED);
        return file.withRegistration(reckonedAnew(known, event.year(), file, stamp)
                .orElseGet(() -> restored(known.restore(event.from()), event, goingOn(file, stamp))));
    }

    /**
     * A year that stands goes on only where it says how; else it waits for the next notice. A year that was over before has
     * nothing to wait for, nor has the next.
     */
    private static Registration restored(Registration registration, AvailabilityRestored event, Cause cause) {
        var availability = registration.availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        if (availability == null) {
            return registration;
        }
        if (terminateFrom != null && reinstateBy != null) {
            return registration
                    .available(availability.resume(event.from(), terminateFrom, reinstateBy, cause))
                    .stopAgain();
        }
        return availability.stopped() || availability.isStoppedAfter(event.from())
                ? registration
                : registration.available(availability.withoutRetrogression()).stopAgain();
    }

    /** Where an event was entered out of its turn, and says what the year is; what was entered in its turn does not. */
    static Optional<Registration> reckonedAnew(
            Registration known, @Nullable YearToApply year, CaseFile file, Stamp stamp) {
        return Optional.ofNullable(year)
                .map(it -> known.reckonedAnew(
                        it, known.hasBegun(it) ? goingOn(file, stamp) : stamp.causeByPerson(file.zone())));
    }

    /** What lets the year that runs go on otherwise: its days stay those of the post where it began. */
    private static Cause goingOn(CaseFile file, Stamp stamp) {
        var availability = file.registration().availability();
        return stamp.causeByPerson(
                availability == null ? file.zone() : availability.begun().zone());
    }

    /** Its days stay those of the post at which the year began that ran out, wherever the case has gone since. */
    static Termination termination(CaseFile file, RegistrationTerminated event, Stamp stamp) {
        var clock = clock(file, event);
        return new Termination(
                event.kind(),
                event.anchor(),
                clock.map(TerminationClock::terminateFrom).orElseGet(() -> Periods.terminateFrom(event.anchor())),
                event.terminatedOn(),
                stamp.effectiveAt(),
                event.reinstateBy(),
                event.statutoryReinstateBy(),
                NoticeIssuer.of(event.kind()),
                false,
                stamp.causeByTime(clock.map(it -> it.cause().zone()).orElseGet(file::zone)));
    }

    /** The clock that ran out; records without one have the day after the year, in the zone of the case. */
    private static Optional<TerminationClock> clock(CaseFile file, RegistrationTerminated event) {
        return TerminationClock.of(file).stream()
                .filter(clock -> clock.kind() == event.kind())
                .findFirst();
    }

    static CaseFile reinstated(CaseFile file, RegistrationReinstated event, Stamp stamp) {
        return yearBegun(MedicalEvolution.reinstated(decisionsDue(file, event, stamp), stamp), event, stamp);
    }

    /** Whoever awaits a decision could not be decided before, so the limit for it begins anew. */
    private static CaseFile decisionsDue(CaseFile file, RegistrationReinstated event, Stamp stamp) {
        var due = event.decisionDue();
        if (due == null) {
            return file;
        }
        var clock = DecisionClock.running(due, stamp, file.zone());
        return file.mapApplicants(it -> it.state().awaitsDecision() ? it.with(it.state(), clock) : it);
    }

    private static CaseFile yearBegun(CaseFile file, RegistrationReinstated event, Stamp stamp) {
        return switch (event.kind()) {
            case TERM_A -> {
                var registration = file.registration().reinstate().with(event.reinstatedOn(), Kind.REINSTATED);
                var availability = registration.availability();
                yield file.withRegistration(
                        availability == null
                                ? registration
                                : registration
                                        .available(availability.reinstated(
                                                event.reinstatedOn(),
                                                event.terminateFrom(),
                                                event.reinstateBy(),
                                                stamp.causeByPerson(file.zone())))
                                        .stopAgain());
            }
            case TERM_B ->
                file.withRegistration(file.registration().reinstate())
                        .mapApplicant(
                                file.principal().applicantId(),
                                it -> it.mapRefusals(refusal -> refusal.mapFindings(finding -> finding.isActive()
                                        ? finding.restartClock(
                                                event.reinstatedOn(),
                                                event.terminateFrom(),
                                                event.reinstateBy(),
                                                event.feeWindowEnd(),
                                                stamp.causeByPerson(file.zone()))
                                        : finding)));
        };
    }
}
