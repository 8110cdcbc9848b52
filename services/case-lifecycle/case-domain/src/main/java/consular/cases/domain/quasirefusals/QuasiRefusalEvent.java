package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can have happened to an inquiry without a formal application. None of it is a refusal. Each is stored
 * under its plain name; legal dates are post-local and kept, never reckoned again.
 */
public sealed interface QuasiRefusalEvent {
    QuasiRefusalId quasiRefusalId();

    PostCode post();

    /** A person asked who has not applied. */
    record InquiryReceived(
            QuasiRefusalId quasiRefusalId,
            PostCode post,
            ZoneId zone,
            Inquirer person,
            @Nullable VisaCategory category,
            @Nullable ApplicantOfCase applicant,
            LocalDate receivedOn)
            implements QuasiRefusalEvent {}

    /** The person was told of the provision under which evidence might bring the case. */
    record ApparentIneligibilityExplained(
            QuasiRefusalId quasiRefusalId, PostCode post, String ground, String explanation)
            implements QuasiRefusalEvent {}

    /** The person does not apply; no report counts it. */
    record QuasiRefusalRecorded(
            QuasiRefusalId quasiRefusalId, PostCode post, String ground, OfficerId officer, LocalDate recordedOn)
            implements QuasiRefusalEvent {}

    /** The person is to be entered in CLASS under a quasi-refusal code. It has all that an entry needs. */
    record LookoutEntered(
            QuasiRefusalId quasiRefusalId, PostCode post, Inquirer person, String ground, LocalDate enteredOn)
            implements QuasiRefusalEvent {}

    /** The endpoint of CLASS has the lookout. */
    record LookoutAcknowledged(QuasiRefusalId quasiRefusalId, PostCode post) implements QuasiRefusalEvent {}

    /** What is said of the person is to be destroyed; the authority says under which schedule or order. */
    record InquirerDataErased(QuasiRefusalId quasiRefusalId, PostCode post, ErasureLevel level, String authority)
            implements QuasiRefusalEvent {}

    /** The person has applied after all, so that the case is decided there. */
    record FormalApplicationLinked(
            QuasiRefusalId quasiRefusalId, PostCode post, CaseId caseId, ApplicantId applicantId, LocalDate executedOn)
            implements QuasiRefusalEvent {}
}
