package consular.cases.domain;

import static consular.cases.domain.Commands.*;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Stories of a family of three at Manila, principal a1, spouse a2 and child a3, and the commands that families give. */
final class Families {
    static final ApplicantId A3 = new ApplicantId("a3");

    private Families() {}

    static Person child() {
        return new Person(A3, FamilyRole.CHILD, "Santos", "Luz", LocalDate.of(2015, 1, 1), "PH");
    }

    static CaseScenario registered(String day) {
        return CaseScenario.at("MNL")
                .clock(day + "T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse(), child()));
    }

    /** All three have executed an application. */
    static CaseScenario applied(String day) {
        return registered(day)
                .given("intake", apply(A1))
                .given("intake", apply(A2))
                .given("intake", apply(A3));
    }

    static ElectFamilyToWait waitFor(ApplicantId blocked, ApplicantId... waiting) {
        return new ElectFamilyToWait(blocked, List.of(waiting));
    }

    static ElectToTravelSeparately travelWithout(ApplicantId blocked, ApplicantId... waiting) {
        return new ElectToTravelSeparately(blocked, List.of(waiting));
    }

    static DeferMedically defer(ApplicantId applicantId, String findingId, String until) {
        return new DeferMedically(applicantId, new FindingId(findingId), LocalDate.parse(until));
    }

    static RecordMedicalResult result(ApplicantId applicantId, MedicalResult result) {
        return new RecordMedicalResult(applicantId, result);
    }

    static ApplicantView member(CaseScenario story, ApplicantId applicantId) {
        return story.view().applicants().stream()
                .filter(it -> it.applicantId().equals(applicantId))
                .findFirst()
                .orElseThrow();
    }

    static List<ApplicationState> states(CaseScenario story) {
        return story.view().applicants().stream().map(ApplicantView::state).toList();
    }

    /** The findings of a member that say that he or she waits. */
    static List<FindingView> following(CaseScenario story, ApplicantId applicantId) {
        return member(story, applicantId).refusals().stream()
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.kind() == FindingKind.FOLLOWS_FAMILY)
                .toList();
    }

    static List<FindingStatus> waits(CaseScenario story, ApplicantId applicantId) {
        return following(story, applicantId).stream().map(FindingView::status).toList();
    }

    static List<ApplicantId> ids(String... applicantIds) {
        return Arrays.stream(applicantIds).map(ApplicantId::new).toList();
    }
}
