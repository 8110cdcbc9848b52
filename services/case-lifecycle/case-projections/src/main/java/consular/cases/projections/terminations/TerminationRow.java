package consular.cases.projections.terminations;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.TerminationClock;
import consular.cases.domain.registration.Termination;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registration with a 203(g) clock as it is stored. */
record TerminationRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        TerminationKind kind,
        LocalDate anchor,
        LocalDate terminateFrom,
        RegistrationState state,
        @Nullable LocalDate terminatedOn,
        LocalDate reinstateBy) {

    static List<TerminationRow> of(CaseFile file) {
        var termination = file.registration().termination();
        return termination == null
                ? TerminationClock.running(file).stream()
                        .map(clock -> running(file, clock))
                        .toList()
                : List.of(terminated(file, termination));
    }

    private static TerminationRow running(CaseFile file, TerminationClock clock) {
        return new TerminationRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                file.principal().applicantId().value(),
                clock.kind(),
                clock.anchor(),
                clock.terminateFrom(),
                TerminationClock.isWarned(file) ? RegistrationState.WARNED : RegistrationState.ACTIVE,
                null,
                clock.reinstateBy());
    }

    private static TerminationRow terminated(CaseFile file, Termination termination) {
        return new TerminationRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                file.principal().applicantId().value(),
                termination.kind(),
                termination.anchor(),
                termination.terminateFrom(),
                termination.windowClosed() ? RegistrationState.FINAL : RegistrationState.TERMINATED,
                termination.terminatedOn(),
                termination.reinstateBy());
    }
}
