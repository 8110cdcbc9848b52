package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.refusals.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What held back the clock of a finding and went again: opinions, medical deferrals, and other findings. */
final class ClockHolds {
    private ClockHolds() {}

    /**
     * The latest day on which something went that had held back the clock of a finding.
     *
     * @param fires the day on which it would have fired
     */
    static @Nullable LocalDate endedOn(
            CaseFile file, Applicant principal, Finding finding, LocalDate fires, Predicate<Finding> hasClock) {
        var cause = TerminationClock.causeOf(finding, principal);
        return latest(released(file, principal, finding, hasClock), principal, it -> deferral(it, fires, cause));
    }

    /** The same, but for a deferral that stands the day on which it was given. */
    static @Nullable LocalDate knownOn(CaseFile file, Applicant principal, Finding finding) {
        var cause = TerminationClock.causeOf(finding, principal);
        return latest(
                released(file, principal, finding, it -> it.terminateFrom() != null),
                principal,
                it -> it.deferral() == null
                        ? Stream.empty()
                        : Stream.concat(Stream.of(cause.dayOf(it.deferral().givenAt())), closed(it, cause)));
    }

    private static @Nullable LocalDate latest(
            Stream<LocalDate> released, Applicant principal, Function<Finding, Stream<LocalDate>> deferrals) {
        return Stream.concat(released, principal.findings().flatMap(deferrals))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The days, as the clock reckons them, on which opinions came, and findings with evidence or a later year went. */
    private static Stream<LocalDate> released(
            CaseFile file, Applicant principal, Finding finding, Predicate<Finding> hasClock) {
        var cause = TerminationClock.causeOf(finding, principal);
        var answered = file.opinionsOn(principal.applicantId())
                .map(AdvisoryOpinion::received)
                .filter(Objects::nonNull)
                .map(ReceivedOpinion::receivedAt)
                .map(cause::dayOf);
        var wasTold = WarnedDay.wasTold(file);
        var closed = principal
                .findings()
                .filter(it -> principal.hasEvidenceOn(it, wasTold)
                        || (hasClock.test(it) && it.clockFrom().isAfter(finding.clockFrom())))
                .flatMap(it -> closed(it, cause));
        return Stream.concat(answered, closed);
    }

    /** The day on which a finding ceased to stand, as a clock reckons it; none while it stands. */
    private static Stream<LocalDate> closed(Finding finding, Cause clock) {
        var closing = finding.closing();
        return closing == null ? Stream.empty() : Stream.of(clock.dayOf(closing.at()));
    }

    /** The last day on which a medical deferral held the clock back: that of its end, unless its finding went before. */
    private static Stream<LocalDate> deferral(Finding finding, LocalDate fires, Cause clock) {
        if (!finding.isDeferredOn(fires, clock)) {
            return Stream.empty();
        }
        var until = Objects.requireNonNull(finding.deferral()).lastDayBy(clock);
        return Stream.concat(Stream.of(until), closed(finding, clock)).min(Comparator.naturalOrder()).stream();
    }
}
