package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Periods;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.Evidence;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as clients see it. The components are the members of the JSON document, in its order; the one
 * exception is {@link ReviewView#reviewClass}, whose member is {@code class}, a word that Java keeps
 * for itself.
 *
 * @param version the number of events of the case
 * @param responsibleOfficer the supervisor who reversed a refusal and has to decide, of the first
 *     applicant who waits for that
 * @param ruleSet the name of the rule set under which the latest event was decided
 */
public record CaseView(
        CaseId caseId,
        String caseNumber,
        PostCode post,
        VisaCategory category,
        String visaClass,
        boolean petitionBased,
        long version,
        RegistrationView registration,
        List<ApplicantView> applicants,
        List<AdvisoryOpinionView> advisoryOpinions,
        @Nullable OfficerId responsibleOfficer,
        String ruleSet) {

    /** What the case file says, as a client may read it. */
    public static CaseView of(CaseFile file) {
        return new CaseView(
                file.caseId(),
                file.caseNumber(),
                file.post(),
                file.category(),
                file.visaClass(),
                file.isPetitionBased(),
                file.version(),
                RegistrationView.of(file),
                file.applicants().stream()
                        .map(applicant -> ApplicantView.of(applicant, file))
                        .toList(),
                file.opinions().stream().map(AdvisoryOpinionView::of).toList(),
                file.applicants().stream()
                        .map(Applicant::responsible)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                file.progress().ruleSet().id());
    }

    /** Where the registration under INA 203(g) stands. */
    public enum RegistrationState {
        ACTIVE,
        /** A warning has gone out for the clock that runs. */
        WARNED,
        TERMINATED,
        /** Terminated, and the last day for reinstatement has passed. */
        FINAL,
        /** Nonimmigrant cases have no registration. */
        NONE
    }

    /**
     * The registration.
     *
     * @param terminateFrom the first day on which it may be, or could have been, terminated; null when
     *     no clock runs
     * @param anchor the day from which that year is reckoned
     * @param statutoryReinstateBy the last day by INA 203(g), where it may differ from the regulation's
     * @param noticeIssuer who tells the applicant of the termination; null before it
     */
    public record RegistrationView(
            RegistrationState state,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate terminatedOn,
            @Nullable LocalDate anchor,
            @Nullable LocalDate reinstateBy,
            @Nullable LocalDate statutoryReinstateBy,
            @Nullable NoticeIssuer noticeIssuer) {

        private static RegistrationView of(CaseFile file) {
            return switch (file.category()) {
                case IMMIGRANT -> ofImmigrant(file);
                case NONIMMIGRANT -> withoutClock(RegistrationState.NONE);
            };
        }

        private static RegistrationView ofImmigrant(CaseFile file) {
            var termination = file.registration().termination();
            if (termination != null) {
                return new RegistrationView(
                        termination.windowClosed() ? RegistrationState.FINAL : RegistrationState.TERMINATED,
                        Periods.terminateFrom(termination.anchor()),
                        termination.terminatedOn(),
                        termination.anchor(),
                        termination.reinstateBy(),
                        termination.statutoryReinstateBy(),
                        termination.noticeIssuer());
            }
            return TerminationClock.running(file)
                    .map(clock -> new RegistrationView(
                            TerminationClock.isWarned(file) ? RegistrationState.WARNED : RegistrationState.ACTIVE,
                            clock.terminateFrom(),
                            null,
                            clock.anchor(),
                            clock.reinstateBy(),
                            statutoryReinstateBy(clock, file),
                            null))
                    .orElseGet(() -> withoutClock(RegistrationState.ACTIVE));
        }

        /** The statute reckons from the notice of availability, so only where a failure to apply is at stake. */
        private static @Nullable LocalDate statutoryReinstateBy(TerminationClock clock, CaseFile file) {
            var availability = file.registration().availability();
            return clock.kind() == TerminationKind.TERM_A && availability != null
                    ? Periods.lastDayOfSecondYear(availability.transmittedOn())
                    : null;
        }

        private static RegistrationView withoutClock(RegistrationState state) {
            return new RegistrationView(state, null, null, null, null, null, null);
        }
    }

    /**
     * An applicant and the application.
     *
     * @param decisionDue the last day in time for the latest decision that was due
     * @param decisionOverdue whether that day has passed and the application is undecided still
     * @param feeStatus null before execution
     * @param annotationRequired what a visa would have to say now
     * @param revalidationLost whether automatic revalidation is lost, as it is by any application
     * @param refusals oldest first
     */
    public record ApplicantView(
            ApplicantId applicantId,
            FamilyRole role,
            ApplicationState state,
            @Nullable LocalDate executedOn,
            @Nullable LocalDate decisionDue,
            boolean decisionOverdue,
            @Nullable FeeStatus feeStatus,
            @Nullable VisaAnnotation annotationRequired,
            boolean revalidationLost,
            List<RefusalView> refusals) {

        private static ApplicantView of(Applicant applicant, CaseFile file) {
            var decision = applicant.decision();
            return new ApplicantView(
                    applicant.applicantId(),
                    applicant.person().role(),
                    applicant.state(),
                    applicant.executedOn(),
                    decision == null ? null : decision.due(),
                    decision != null && decision.overdue() && applicant.state().awaitsDecision(),
                    FeeWindowClock.feeStatus(file, applicant).orElse(null),
                    applicant.annotationRequired().orElse(null),
                    applicant.executedOn() != null,
                    applicant.refusals().stream().map(RefusalView::of).toList());
        }
    }

    /** A refusal, with its notice, its entry in CLASS, its review and its findings. */
    public record RefusalView(
            RefusalId refusalId,
            LocalDate refusedOn,
            OfficerId officer,
            FileCategory fileCategory,
            NoticeView notice,
            ClassEntryView classEntry,
            ReviewView review,
            List<FindingView> findings) {

        private static RefusalView of(Refusal refusal) {
            return new RefusalView(
                    refusal.refusalId(),
                    refusal.refusedOn(),
                    refusal.officer(),
                    refusal.fileCategory(),
                    new NoticeView(NoticeState.DUE, refusal.refusedOn()),
                    new ClassEntryView(refusal.goesToClass() ? ClassEntryState.QUEUED : ClassEntryState.NONE),
                    ReviewView.of(refusal.review()),
                    refusal.findings().stream().map(FindingView::of).toList());
        }
    }

    /** Whether the applicant has been told of the refusal. */
    public enum NoticeState {
        DUE
    }

    /** The notice of a refusal; it is due on the day of the refusal. */
    public record NoticeView(NoticeState state, LocalDate dueOn) {}

    /** Whether a refusal has its entry in CLASS. */
    public enum ClassEntryState {
        /** The refusal does not rest on INA 212(a). */
        NONE,
        QUEUED
    }

    /** The entry in CLASS that a formal refusal on INA 212(a) makes. */
    public record ClassEntryView(ClassEntryState state) {}

    /** The review of a refusal; {@code reviewClass} is the member {@code class}. */
    public record ReviewView(
            ReviewClass reviewClass,
            ReviewState state,
            LocalDate target,
            @Nullable LocalDate deadline,
            @Nullable LocalDate overdueSince,
            @Nullable OfficerId reviewer) {

        private static ReviewView of(Review review) {
            return new ReviewView(
                    review.reviewClass(),
                    review.state(),
                    review.target(),
                    review.deadline(),
                    review.overdueSince(),
                    review.reviewer());
        }
    }

    /** A finding and the evidence on it, in order of receipt. */
    public record FindingView(
            FindingId findingId,
            String ground,
            @Nullable String annotation,
            FindingKind kind,
            boolean originalRequested,
            boolean forPetitioner,
            FindingStatus status,
            LocalDate refusedOn,
            @Nullable LocalDate feeWindowEnd,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            List<EvidenceView> evidence) {

        private static FindingView of(Finding finding) {
            var entered = finding.entered();
            return new FindingView(
                    finding.findingId(),
                    entered.ground(),
                    entered.annotation(),
                    finding.kind(),
                    entered.originalRequested(),
                    entered.forPetitioner(),
                    finding.status(),
                    finding.refusedOn(),
                    entered.feeWindowEnd(),
                    finding.terminateFrom(),
                    finding.reinstateBy(),
                    finding.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /** Evidence as received. */
    public record EvidenceView(Instant receivedAt, LocalDate receivedOn, boolean timely, List<Document> documents) {

        private static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.receivedAt(), evidence.receivedOn(), evidence.timely(), evidence.documents());
        }
    }

    /** A request for an advisory opinion; {@code nextFollowUpOn} is null once it is answered. */
    public record AdvisoryOpinionView(
            AdvisoryOpinionId advisoryOpinionId,
            OpinionOrigin origin,
            OpinionState state,
            LocalDate requestedOn,
            @Nullable LocalDate nextFollowUpOn) {

        private static AdvisoryOpinionView of(AdvisoryOpinion opinion) {
            return new AdvisoryOpinionView(
                    opinion.advisoryOpinionId(),
                    opinion.origin(),
                    opinion.state(),
                    opinion.requestedOn(),
                    opinion.nextFollowUpOn());
        }
    }
}
