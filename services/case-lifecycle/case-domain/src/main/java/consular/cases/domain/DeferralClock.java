package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Deferral;
import consular.cases.domain.refusals.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a medical deferral: on the day after its last one the officer is told that nothing has come. It decides nothing,
 * and holds back nothing more than the deferral itself does.
 */
final class DeferralClock {
    private DeferralClock() {}

    /** One of each finding that was ever deferred, for the latest day until which it was. */
    static Stream<Deadline> of(CaseFile file) {
        return file.applicants().stream()
                .flatMap(applicant -> applicant.findings().flatMap(finding -> of(file, applicant, finding)));
    }

    private static Stream<Deadline> of(CaseFile file, Applicant applicant, Finding finding) {
        var deferral = finding.deferral();
        return deferral == null ? Stream.empty() : Stream.of(deadline(file, applicant, finding, deferral));
    }

    private static Deadline deadline(CaseFile file, Applicant applicant, Finding finding, Deferral deferral) {
        var cause = deferral.cause();
        var state = state(file, applicant, finding, deferral);
        var because = new ArrayList<>(List.of(
                event(cause.sequence(), "deferred until " + deferral.until()),
                rule(MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, "the tests are awaited through that day")));
        because.addAll(LateEntry.reason(state, MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, cause, deferral.until(), file));
        return new Deadline(
                DeadlineKind.MEDICAL_DEFERRAL,
                finding.findingId().value(),
                deferral.until(),
                deferral.until().plusDays(1),
                state,
                cause.zone(),
                because);
    }

    private static DeadlineState state(CaseFile file, Applicant applicant, Finding finding, Deferral deferral) {
        return switch (deferral.state()) {
            case ENDED ->
                closedInTime(finding, deferral) || applicant.hadWithdrawnBy(deferral.until(), deferral.cause())
                        ? DeadlineState.STOPPED
                        : DeadlineState.PASSED;
            case ANSWERED -> DeadlineState.MET;
            case OVERTAKEN -> DeadlineState.STOPPED;
            case STANDING ->
                finding.isActive() && !file.registration().isTerminated() && !hasEnded(applicant)
                        ? LateEntry.state(deferral.cause(), deferral.until(), file)
                        : DeadlineState.STOPPED;
        };
    }

    /** Whether the finding had ceased to stand by its last day, be that entered after its end was told. */
    private static boolean closedInTime(Finding finding, Deferral deferral) {
        var closing = finding.closing();
        return closing != null && !deferral.cause().dayOf(closing.at()).isAfter(deferral.until());
    }

    private static boolean hasEnded(Applicant applicant) {
        return switch (applicant.state()) {
            case ISSUED, LAPSED, WITHDRAWN -> true;
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, DISCONTINUED -> false;
        };
    }
}
