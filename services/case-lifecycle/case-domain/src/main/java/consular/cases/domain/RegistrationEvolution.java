package consular.cases.domain;

import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RegistrationTerminated;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Periods;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.Termination;
import java.util.Optional;

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
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        var registration = file.registration();
        var cause = stamp.causeByPerson(file.zone());
        if (terminateFrom == null || reinstateBy == null) {
            return event.endsRetrogression()
                    ? file.withRegistration(registration.notifiedBefore(event.transmittedOn(), cause))
                    : file;
        }
        var notified = Availability.notified(
                registration.availability(), event.transmittedOn(), terminateFrom, reinstateBy, event.pauses(), cause);
        var stoppedFrom = event.stoppedFrom();
        return file.withRegistration(
                registration.notified(stoppedFrom == null ? notified : notified.stop(stoppedFrom)));
    }

    /**
     * A year that stands goes on only where it says how; else it waits for the next notice. A year that was over before has
     * nothing to wait for, nor has the next.
     */
    static CaseFile restored(CaseFile before, AvailabilityRestored event, Stamp stamp) {
        var file = before.withRegistration(before.registration().restore(event.from()));
        var availability = file.registration().availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        if (availability == null) {
            return file;
        }
        if (terminateFrom != null && reinstateBy != null) {
            return file.withRegistration(file.registration()
                    .available(availability.resume(
                            event.from(), terminateFrom, reinstateBy, stamp.causeByPerson(file.zone())))
                    .stopAgain());
        }
        return availability.stopped() || availability.isStoppedAfter(event.from())
                ? file
                : file.withRegistration(file.registration()
                        .available(availability.withoutRetrogression())
                        .stopAgain());
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
        return yearBegun(decisionsDue(file, event, stamp), event, stamp);
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
        var registration = file.registration().reinstate();
        return switch (event.kind()) {
            case TERM_A -> {
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
                file.withRegistration(registration)
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
