package consular.cases.domain;

import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.FollowUpAnswered;
import consular.cases.domain.CaseEvent.FollowUpPackageSent;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.Registration;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.domain.registration.YearFacts;
import consular.cases.domain.registration.YearFacts.Fact;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The year to apply where a fact is entered after others that follow it: all are gone through in the order of their days, as
 * if each had been entered in its turn. So every order of entry comes to the same year.
 */
final class YearInTurn {
    private final Act act;
    private final @Nullable Availability before;

    private YearInTurn(Act act) {
        this.act = act;
        this.before = act.file().registration().availability();
    }

    /**
     * The year with one fact more, or as it is with one that is known already; empty where it is entered in its turn, so that
     * it says itself what becomes of the year, and where there is none.
     */
    static Optional<YearToApply> with(LocalDate on, YearFacts.Kind kind, Act act) {
        var fact = new Fact(on, kind);
        var registration = act.file().registration();
        if (act.file().isDiversity() || registration.facts().isInTurn(fact)) {
            return Optional.empty();
        }
        var next = registration.facts().with(fact);
        var before = registration.availability();
        if (next.equals(registration.facts())) {
            return Optional.ofNullable(before).map(YearToApply::of);
        }
        return new YearInTurn(act).of(next).map(it -> before == null ? it : before.keptIn(it, next));
    }

    /** Whether the year is another than it was, or runs otherwise. */
    static boolean isMoved(YearToApply year, Act act) {
        var before = act.file().registration().availability();
        return before == null || !YearToApply.of(before).equals(year);
    }

    private Optional<YearToApply> of(YearFacts facts) {
        var again = new Act(act.file().withRegistration(Registration.NEW), act.context(), act.post());
        facts.inTurn().forEach(fact -> again.record(entered(fact, again), List.of()));
        return Optional.ofNullable(again.file().registration().availability()).map(YearToApply::of);
    }

    private CaseEvent entered(Fact fact, Act again) {
        var on = fact.on();
        return switch (fact.kind()) {
            case NOTIFIED ->
                new VisaAvailabilityNotified(
                        on, terminateFrom(fact), reinstateByOfNotice(fact), false, null, List.of(), null);
            case MISSED ->
                new InterviewMissed(
                        act.file().principal().applicantId(), on, terminateFrom(fact), reinstateBy(fact), null);
            case FOLLOWED_UP ->
                new FollowUpPackageSent(on, NoticeIssuer.NVC, terminateFrom(fact), reinstateBy(fact), null);
            case ANSWERED -> new FollowUpAnswered(act.file().principal().applicantId(), on, FollowUpAnswer.REPLY);
            case REINSTATED ->
                new RegistrationReinstated(
                        TerminationKind.TERM_A, "", on, terminateFrom(fact), reinstateBy(fact), null, null);
            case RETROGRESSED -> new RetrogressionRecorded(on, true, null);
            case RESTORED -> restored(on, again);
        };
    }

    /** Visas are available again, entered in its turn. */
    static AvailabilityRestored restored(LocalDate from, Act act) {
        var availability = act.file().registration().availability();
        if (availability == null || !availability.stopped()) {
            return new AvailabilityRestored(from, null, null, null);
        }
        return switch (retrogression(act)) {
            case RESTART -> new AvailabilityRestored(from, null, null, null);
            case PAUSE -> {
                var end = EndOfYear.with(availability.restored(from), availability, act);
                yield new AvailabilityRestored(from, end.terminateFrom(), end.reinstateBy(), null);
            }
        };
    }

    private static Retrogression retrogression(Act act) {
        return act.context().policy().registration().retrogression();
    }

    /** Of the year that runs already as it was reckoned when it began. */
    private LocalDate terminateFrom(Fact fact) {
        return before != null && before.isBegunWith(fact)
                ? EndOfYear.withoutPauses(before, act).terminateFrom()
                : act.reckoning().terminateFrom(fact.on());
    }

    private LocalDate reinstateBy(Fact fact) {
        return before != null && before.isBegunWith(fact)
                ? EndOfYear.withoutPauses(before, act).reinstateBy()
                : act.reckoning().lastDayOfSecondYear(fact.on());
    }

    /**
     * The statute's two years run from the latest notice, also once the year runs from something else; an earlier version may
     * have kept those of a notice before it.
     */
    private LocalDate reinstateByOfNotice(Fact notice) {
        var on = notice.on();
        return before != null
                        && before.transmittedOn().equals(on)
                        && !before.statutoryReinstateBy().isBefore(on.plusYears(2))
                ? before.statutoryReinstateBy()
                : act.reckoning().lastDayOfSecondYear(on);
    }
}
