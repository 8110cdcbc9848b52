package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What holds of every family, whatever has been done and elected. Told anew, without the code that brings it about. */
final class FamilyInvariants {
    private FamilyInvariants() {}

    static void hold(CaseFile file, List<RecordedEvent> history) {
        for (var applicant : file.applicants()) {
            applicant.findings().filter(FamilyInvariants::waits).forEach(finding -> {
                assertThat(finding.terminateFrom()).as("clock of one who waits").isNull();
                assertThat(finding.reinstateBy()).as("clock of one who waits").isNull();
            });
            applicant
                    .activeFindings()
                    .filter(FamilyInvariants::waits)
                    .forEach(finding -> assertThat(somebodyStandsRefused(finding, file, new HashSet<>()))
                            .as("%s waits for somebody who, in the end, stands refused", applicant.applicantId())
                            .isTrue());
        }
        thenNobodyIsUndecidedBesideAPrincipalWhoStandsRefused(file);
        thenThePrincipalIsIssuedFirst(file, history);
        thenOnlyTheClockOfThePrincipalEndsTheRegistration(history);
    }

    private static boolean waits(Finding finding) {
        return finding.kind() == FindingKind.FOLLOWS_FAMILY;
    }

    private static boolean somebodyStandsRefused(Finding finding, CaseFile file, Set<ApplicantId> asked) {
        var followed = Objects.requireNonNull(finding.entered().followsApplicantId());
        if (!asked.add(followed)) {
            return false;
        }
        var member = file.applicant(followed).orElseThrow();
        return member.state() == ApplicationState.REFUSED
                && member.activeFindings().anyMatch(it -> !waits(it) || somebodyStandsRefused(it, file, asked));
    }

    private static void thenNobodyIsUndecidedBesideAPrincipalWhoStandsRefused(CaseFile file) {
        if (file.principal().activeFindings().anyMatch(finding -> !waits(finding))) {
            assertThat(file.applicants()).noneMatch(it -> it.state() == ApplicationState.UNDECIDED);
        }
    }

    private static void thenThePrincipalIsIssuedFirst(CaseFile file, List<RecordedEvent> history) {
        history.stream()
                .map(RecordedEvent::event)
                .filter(VisaIssued.class::isInstance)
                .map(VisaIssued.class::cast)
                .findFirst()
                .ifPresent(first -> assertThat(first.applicantId())
                        .as("the first visa of the case")
                        .isEqualTo(file.principal().applicantId()));
    }

    private static void thenOnlyTheClockOfThePrincipalEndsTheRegistration(List<RecordedEvent> history) {
        CaseState before = CaseDecider.initialState();
        for (var line : history) {
            if (line.event() instanceof RegistrationTerminated ended && ended.kind() == TerminationKind.TERM_B) {
                var principal = ((CaseFile) before).principal();
                assertThat(principal.activeFindings()).anyMatch(finding -> finding.terminateFrom() != null);
                assertThat(principal.activeFindings())
                        .noneMatch(finding -> isDeferredOn(finding, ended.terminatedOn()));
            }
            before = CaseDecider.evolve(before, line.event(), line.stamp());
        }
    }

    private static boolean isDeferredOn(Finding finding, LocalDate day) {
        var deferral = finding.deferral();
        return deferral != null && !deferral.until().isBefore(day);
    }
}
