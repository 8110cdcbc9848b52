package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.RefusalId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom an event is about that names a refusal or an advisory opinion and not the applicant. */
final class EventSubjects {
    private EventSubjects() {}

    /** The applicant; null where the event names one itself, or is about none. */
    static @Nullable ApplicantId of(CaseEvent event, CaseState state) {
        return state instanceof CaseFile file ? of(event, file).orElse(null) : null;
    }

    private static Optional<ApplicantId> of(CaseEvent event, CaseFile file) {
        return switch (event) {
            case SupervisorConcurred it -> ofRefusal(it.refusalId(), file);
            case ReviewDiscussed it -> ofRefusal(it.refusalId(), file);
            case RefusalReferredToDepartment it -> ofRefusal(it.refusalId(), file);
            case ReviewConsultationRecorded it when it.refusalId() != null -> ofRefusal(it.refusalId(), file);
            case RefusalSelectedForReview it -> ofRefusal(it.refusalId(), file);
            case RefusingOfficerAdvised it -> ofRefusal(it.refusalId(), file);
            case ApplicantNotifiedOfReversal it -> ofRefusal(it.refusalId(), file);
            case OralNoticeGiven it -> ofRefusal(it.refusalId(), file);
            case WrittenNoticeIssued it -> ofRefusal(it.refusalId(), file);
            case NoticeInstructed it -> ofRefusal(it.refusalId(), file);
            case ClassDeletionRequested it -> ofRefusal(it.refusalId(), file);
            case DocumentConsentRecorded it -> ofRefusal(it.refusalId(), file);
            case DocumentsReturned it -> ofRefusal(it.refusalId(), file);
            case AdvisoryOpinionFollowUpSent it -> ofOpinion(it.advisoryOpinionId(), file);
            case AdvisoryOpinionReceived it -> ofOpinion(it.advisoryOpinionId(), file);
            case CaseResubmittedToDepartment it -> ofOpinion(it.advisoryOpinionId(), file);
            default -> Optional.empty();
        };
    }

    private static Optional<ApplicantId> ofRefusal(RefusalId refusalId, CaseFile file) {
        return file.refusal(refusalId).map(it -> it.applicantId());
    }

    private static Optional<ApplicantId> ofOpinion(AdvisoryOpinionId opinionId, CaseFile file) {
        return file.opinion(opinionId).flatMap(it -> ofRefusal(it.refusalId(), file));
    }
}
