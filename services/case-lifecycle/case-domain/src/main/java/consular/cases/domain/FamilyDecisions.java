package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.ElectFamilyToWait;
import consular.cases.domain.CaseCommand.ElectToTravelSeparately;
import consular.cases.domain.CaseEvent.FamilyElectedToTravelSeparately;
import consular.cases.domain.CaseEvent.FamilyElectedToWait;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a family chooses when one of its members is refused: to wait together, or to travel apart. */
final class FamilyDecisions {
    private FamilyDecisions() {}

    static Decision wait(ElectFamilyToWait command, Act act) {
        var file = act.file();
        var blocked = command.blockedApplicantId();
        var waiting = members(command.waitingApplicantIds(), file);
        return decidedAlone(file)
                .or(() -> notRefused(blocked, file))
                .or(() -> first(waiting, applicant -> cannotWait(applicant, blocked, act)))
                .orElseGet(() -> {
                    act.record(new FamilyElectedToWait(blocked, ids(waiting)), FAMILY_MAY_WAIT);
                    for (var applicant : waiting) {
                        FollowingRefusals.refuse(applicant, blocked, act.officer(), FAMILY_MAY_WAIT, act);
                    }
                    return act.accepted();
                });
    }

    static Decision travelSeparately(ElectToTravelSeparately command, Act act) {
        var file = act.file();
        var blocked = command.blockedApplicantId();
        var waiting = members(command.waitingApplicantIds(), file);
        return decidedAlone(file)
                .or(() -> file.principal().applicantId().equals(blocked)
                        ? Optional.of(Act.reject(
                                DERIVATIVE_WITHOUT_PRINCIPAL,
                                "a spouse or child does not travel without the principal"))
                        : Optional.empty())
                .or(() -> first(waiting, applicant -> doesNotWait(applicant, blocked)))
                .orElseGet(() -> {
                    act.record(new FamilyElectedToTravelSeparately(blocked, ids(waiting)), FAMILY_MAY_STOP_WAITING);
                    for (var applicant : waiting) {
                        var ids = following(applicant, blocked)
                                .map(Finding::findingId)
                                .toList();
                        FollowingRefusals.overcome(applicant, ids, FAMILY_MAY_STOP_WAITING, act);
                    }
                    FollowingRefusals.release(act);
                    return act.accepted();
                });
    }

    private static Optional<Decision> decidedAlone(CaseFile file) {
        return Family.isDecidedTogether(file)
                ? Optional.empty()
                : Optional.of(Act.reject(BAD_STATE, "in a nonimmigrant case each member is decided alone"));
    }

    private static Optional<Decision> notRefused(ApplicantId blocked, CaseFile file) {
        return file.applicant(blocked).orElseThrow().state() == ApplicationState.REFUSED
                ? Optional.empty()
                : Optional.of(Act.reject(BAD_STATE, "a family waits for a member who stands refused"));
    }

    private static Optional<Decision> cannotWait(Applicant applicant, ApplicantId blocked, Act act) {
        return RefusalDecisions.notRefusable(applicant, act)
                .or(() -> RefusalDecisions.ineligible(applicant))
                .or(() -> following(applicant, blocked).findAny().isPresent()
                        ? Optional.of(Act.reject(BAD_STATE, "the member waits for that one already"))
                        : Optional.empty());
    }

    private static Optional<Decision> doesNotWait(Applicant applicant, ApplicantId blocked) {
        return following(applicant, blocked).findAny().isPresent()
                ? Optional.empty()
                : Optional.of(Act.reject(BAD_STATE, "the member does not wait for that one"));
    }

    private static Stream<Finding> following(Applicant applicant, ApplicantId blocked) {
        return applicant.activeFindings().filter(finding -> Family.isFollowing(finding, blocked));
    }

    private static Optional<Decision> first(
            List<Applicant> waiting, Function<Applicant, Optional<Decision>> objection) {
        return waiting.stream().map(objection).flatMap(Optional::stream).findFirst();
    }

    private static List<Applicant> members(List<ApplicantId> applicantIds, CaseFile file) {
        return applicantIds.stream()
                .distinct()
                .map(applicantId -> file.applicant(applicantId).orElseThrow())
                .toList();
    }

    private static List<ApplicantId> ids(List<Applicant> applicants) {
        return applicants.stream().map(Applicant::applicantId).toList();
    }
}
