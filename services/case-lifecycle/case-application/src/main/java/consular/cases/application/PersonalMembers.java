package consular.cases.application;

import static consular.cases.application.PersonalMember.About.EACH_APPLICANT;
import static consular.cases.application.PersonalMember.About.THE_APPLICANT;
import static consular.cases.application.PersonalMember.About.THE_CASE;
import static consular.cases.application.PersonalMember.About.THE_INQUIRER;

import consular.cases.application.PersonalMember.About;
import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByAnotherSystem.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.*;
import consular.cases.domain.refusals.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which members of which events are personal data, and about whom; every event is here, and every text of it. Names, birth, and
 * whatever anybody wrote in words of their own are; nationality, codes, references to files, days of acts, and what the
 * service itself writes are not.
 */
final class PersonalMembers {
    private static final Map<String, Members> BY_EVENT = Stream.of(
                    event(CaseRegistered.class)
                            .text(EACH_APPLICANT, "applicants/*/familyName", "applicants/*/givenName")
                            .value(EACH_APPLICANT, "applicants/*/dateOfBirth")
                            .text(THE_CASE, "counsel/name", "counsel/address")
                            .clear("caseNumber", "visaClass", "petition/type", "petition/receiptNumber")
                            .clear("applicants/*/nationality"),
                    event(VisaRefused.class)
                            .text(THE_APPLICANT, "findings/*/factualBasis")
                            .and(PersonalMember.of("findings/*/note", THE_APPLICANT, true)
                                    .exceptWhere("kind", FindingKind.FOLLOWS_FAMILY.name()))
                            .clear("findings/*/ground", "findings/*/annotation", "missingDocuments/*"),
                    event(EvidencePresented.class)
                            .text(THE_APPLICANT, "documents/*/description")
                            .value(THE_APPLICANT, "documents/*/sha256")
                            .clear("documents/*/type"),
                    event(WaiverRecorded.class).clear("dhsReference"),
                    event(FeeExceptionGranted.class).clear("citation"),
                    event(FeeRefunded.class).text(THE_APPLICANT, "reason").clear("citation"),
                    event(SupervisorConcurred.class).text(THE_APPLICANT, "remarks"),
                    event(ReviewDiscussed.class).text(THE_APPLICANT, "summary"),
                    event(RefusalReversedBySupervisor.class).text(THE_APPLICANT, "reason"),
                    event(RefusalReferredToDepartment.class).text(THE_APPLICANT, "question"),
                    event(ReviewConsultationRecorded.class).text(THE_APPLICANT, "remarks"),
                    event(RefusalReversedByAdjudicator.class).text(THE_APPLICANT, "reason"),
                    event(AdvisoryOpinionRequested.class).text(THE_APPLICANT, "question"),
                    event(AdvisoryOpinionReceived.class).clear("ground"),
                    event(CaseResubmittedToDepartment.class).text(THE_APPLICANT, "explanation"),
                    event(CaseDeferred.class).text(THE_APPLICANT, "explanation"),
                    event(PetitionStatusRecorded.class).text(THE_CASE, "report"),
                    event(RegistrationReinstated.class).text(THE_CASE, "beyondControlFinding"),
                    event(ApplicationWithdrawn.class).text(THE_APPLICANT, "reason"),
                    event(CaseNoteAdded.class).text(THE_CASE, "text"),
                    event(WrittenNoticeIssued.class).text(THE_APPLICANT, "text"),
                    event(CounselRecorded.class).text(THE_CASE, "counsel/name", "counsel/address"),
                    event(InquiryAnswered.class).text(THE_APPLICANT, "reference", "text"),
                    event(DocumentsReturned.class).text(THE_APPLICANT, "documents/*"),
                    event(ApplicationExecuted.class).clear("form", "fee/receipt"),
                    event(NewApplicationTaken.class).clear("form", "fee/receipt"),
                    event(NoticeInstructed.class).clear("instructionId"),
                    event(GrantDiscontinued.class).clear("orderId"),
                    event(SanctionLifted.class).clear("orderId"),
                    event(PetitionRevokedAutomatically.class).clear("receiptNumber"),
                    event(InquiryReceived.class)
                            .text(THE_INQUIRER, "person/familyName", "person/givenName")
                            .value(THE_INQUIRER, "person/dateOfBirth")
                            .clear("person/nationality"),
                    event(LookoutEntered.class)
                            .text(THE_INQUIRER, "person/familyName", "person/givenName")
                            .value(THE_INQUIRER, "person/dateOfBirth")
                            .clear("person/nationality", "ground"),
                    event(ApparentIneligibilityExplained.class)
                            .text(THE_INQUIRER, "explanation")
                            .clear("ground"),
                    event(QuasiRefusalRecorded.class).clear("ground"),
                    event(PersonalDataErased.class).clear("authority"),
                    event(InquirerDataErased.class).clear("authority"),
                    event(LegalHoldPlaced.class).clear("authority"),
                    event(LegalHoldLifted.class).clear("authority"),
                    event(VisaAvailabilityNotified.class),
                    event(RetrogressionRecorded.class),
                    event(AvailabilityRestored.class),
                    event(VisaIssued.class),
                    event(FindingsSuperseded.class),
                    event(RefusalOvercome.class),
                    event(ApplicationReopened.class),
                    event(RefusalSelectedForReview.class),
                    event(IssuanceSelectedForReview.class),
                    event(RefusalSelectedByPolicy.class),
                    event(IssuanceSelectedByPolicy.class),
                    event(ResponsibilityHandedBack.class),
                    event(RefusingOfficerAdvised.class),
                    event(ApplicantNotifiedOfReversal.class),
                    event(AdvisoryOpinionFollowUpSent.class),
                    event(MedicallyDeferred.class),
                    event(MedicalResultRecorded.class),
                    event(FamilyElectedToWait.class),
                    event(FamilyElectedToTravelSeparately.class),
                    event(InterviewMissed.class),
                    event(FollowUpPackageSent.class),
                    event(FollowUpAnswered.class),
                    event(CaseTransferred.class),
                    event(OralNoticeGiven.class),
                    event(ClassDeletionRequested.class),
                    event(DocumentConsentRecorded.class),
                    event(DecisionOverdue.class),
                    event(ReviewOverdue.class),
                    event(NoticeOverdue.class),
                    event(DocumentReturnDue.class),
                    event(FeeWindowClosed.class),
                    event(AdvisoryOpinionFollowUpDue.class),
                    event(MedicalDeferralEnded.class),
                    event(TerminationWarningSent.class),
                    event(RegistrationTerminated.class),
                    event(ApplicationLapsed.class),
                    event(TerminationNoticeIssued.class),
                    event(ReinstatementWindowClosed.class),
                    event(ClassEntryAcknowledged.class),
                    event(LookoutAcknowledged.class),
                    event(FormalApplicationLinked.class))
            .collect(Collectors.toUnmodifiableMap(Members::event, it -> it));

    private PersonalMembers() {}

    /**
     * What of an event is personal.
     *
     * @throws IllegalStateException of an event that nobody has classified, so that it is never stored
     */
    static List<PersonalMember> of(String event) {
        var members = BY_EVENT.get(event);
        if (members == null) {
            throw new IllegalStateException("nobody has said what of " + event + " is personal data");
        }
        return members.personal();
    }

    /** The texts of an event of which it is said that they are not personal, by their paths. */
    static Set<String> clearTextsOf(String event) {
        var members = BY_EVENT.get(event);
        return members == null ? Set.of() : members.clear();
    }

    static Set<String> events() {
        return BY_EVENT.keySet();
    }

    private static Members event(Class<?> type) {
        return new Members(type.getSimpleName(), List.of(), Set.of());
    }

    private record Members(String event, List<PersonalMember> personal, Set<String> clear) {
        Members text(About about, String... paths) {
            return and(about, true, paths);
        }

        Members value(About about, String... paths) {
            return and(about, false, paths);
        }

        private Members and(About about, boolean isText, String... paths) {
            return and(Arrays.stream(paths)
                    .map(path -> PersonalMember.of(path, about, isText))
                    .toArray(PersonalMember[]::new));
        }

        Members and(PersonalMember... added) {
            return new Members(
                    event,
                    Stream.concat(personal.stream(), Arrays.stream(added)).toList(),
                    clear);
        }

        Members clear(String... paths) {
            return new Members(
                    event,
                    personal,
                    Stream.concat(clear.stream(), Arrays.stream(paths)).collect(Collectors.toUnmodifiableSet()));
        }
    }
}
