package consular.cases.domain;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.CaseState.ActOfPerson;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.law.Cause;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.Evidence;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.Registration;
import consular.cases.domain.registration.Termination;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Folds an event into a case. Total: whatever the order of the events, it answers. */
final class CaseEvolution {
    private CaseEvolution() {}

    static CaseState evolve(CaseState state, CaseEvent event, Stamp stamp) {
        return switch (state) {
            case NotRegistered _ -> event instanceof CaseRegistered registered ? registered(registered, stamp) : state;
            case CaseFile file -> progressed(changed(file, event, stamp), event, stamp);
        };
    }

    private static CaseFile registered(CaseRegistered event, Stamp stamp) {
        return new CaseFile(
                event.caseId(),
                event.caseNumber(),
                event.post(),
                event.zone(),
                event.category(),
                event.visaClass(),
                event.petition(),
                event.counsel(),
                event.applicants().stream().map(Applicant::registered).toList(),
                Registration.NEW,
                List.of(),
                1,
                stamp.effectiveAt(),
                stamp.effectiveAt().atZone(event.zone()).toLocalDate(),
                List.of(new ActOfPerson(
                        stamp.decision(),
                        stamp.effectiveAt().atZone(event.zone()).toLocalDate())),
                stamp.ruleSet());
    }

    private static CaseFile progressed(CaseFile file, CaseEvent event, Stamp stamp) {
        var binds = bindsOrder(event) && stamp.effectiveAt().isAfter(file.orderedUntil());
        var day = dayOf(file, stamp);
        return file.progress(
                file.version() + 1,
                binds ? stamp.effectiveAt() : file.orderedUntil(),
                day.isAfter(file.effectiveOn()) ? day : file.effectiveOn(),
                event instanceof CaseEvent.ByPerson ? acted(file.acts(), stamp.decision(), day) : file.acts(),
                stamp.ruleSet());
    }

    private static List<ActOfPerson> acted(List<ActOfPerson> acts, long decision, LocalDate day) {
        return decision > acts.getLast().decision()
                ? Stream.concat(acts.stream(), Stream.of(new ActOfPerson(decision, day)))
                        .toList()
                : acts;
    }

    /** Whether a later act may not take effect before this event. */
    private static boolean bindsOrder(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ByPerson _, RegistrationTerminated _ -> true;
            case DecisionOverdue _,
                    ReviewOverdue _,
                    FeeWindowClosed _,
                    AdvisoryOpinionFollowUpDue _,
                    TerminationWarningSent _,
                    TerminationNoticeIssued _,
                    PetitionRevokedAutomatically _,
                    ReinstatementWindowClosed _ -> false;
        };
    }

    private static CaseFile changed(CaseFile file, CaseEvent event, Stamp stamp) {
        return switch (event) {
            case CaseRegistered _,
                    AvailabilityRestored _,
                    AdvisoryOpinionFollowUpSent _,
                    CaseNoteAdded _,
                    ApplicantNotifiedOfReversal _,
                    TerminationNoticeIssued _,
                    PetitionRevokedAutomatically _ -> file;
            case VisaAvailabilityNotified e -> notified(file, e, stamp);
            case RetrogressionRecorded e ->
                e.stopsClock() ? file.withRegistration(file.registration().retrogress()) : file;
            case ApplicationExecuted e ->
                file.mapApplicant(
                        e.applicantId(),
                        it -> it.execute(
                                e.executedOn(), DecisionClock.running(e.decisionDue(), causeOf(file, stamp, true))));
            case NewApplicationTaken e -> file.mapApplicant(e.applicantId(), it -> appliedAnew(file, it, e, stamp));
            case VisaIssued e ->
                acted(file.mapApplicant(e.applicantId(), it -> it.issue(e.issuedOn())), e.applicantId());
            case VisaRefused e ->
                acted(file.mapApplicant(e.applicantId(), it -> it.refuse(refusal(file, e, stamp))), e.applicantId());
            case FindingsSuperseded e -> close(file, e.applicantId(), e.findingIds(), FindingStatus.SUPERSEDED, stamp);
            case EvidencePresented e -> presented(file, e, stamp);
            case RefusalOvercome e ->
                acted(
                        closeWithFee(file, e.applicantId(), e.findingIds(), FindingStatus.OVERCOME, stamp),
                        e.applicantId());
            case WaiverRecorded e ->
                closeWithFee(file, e.applicantId(), List.of(e.findingId()), FindingStatus.WAIVED, stamp);
            case ApplicationReopened e ->
                file.mapApplicant(
                        e.applicantId(),
                        it -> it.with(
                                ApplicationState.REOPENED,
                                DecisionClock.running(e.decisionDue(), causeOf(file, stamp, true))));
            case FeeExceptionGranted e ->
                file.mapApplicant(e.applicantId(), it -> it.withFee(it.feeLapsed(), true, it.feeWindowClosed()));
            case RefusalSelectedForReview e -> review(file, e.refusalId(), Review::select);
            case IssuanceSelectedForReview e ->
                file.mapApplicant(e.applicantId(), it -> it.withReviewOfIssuance(ReviewState.DUE));
            case SupervisorConcurred e ->
                review(file, e.refusalId(), it -> it.close(ReviewState.CONCURRED, e.reviewer(), dayOf(file, stamp)));
            case ReviewDiscussed e ->
                review(file, e.refusalId(), it -> it.discuss(e.reviewer(), e.proposedAction(), e.officerInformed()));
            case RefusalReversedBySupervisor e -> reversedBySupervisor(file, e, stamp);
            case RefusalReferredToDepartment e ->
                review(file, e.refusalId(), it -> it.close(ReviewState.REFERRED, e.reviewer(), dayOf(file, stamp)));
            case ReviewConsultationRecorded e -> consulted(file, e, stamp);
            case RefusalReversedByAdjudicator e ->
                review(
                        close(file, e.applicantId(), e.findingIds(), FindingStatus.REVERSED, stamp),
                        e.refusalId(),
                        it -> it.state().isClosed()
                                ? it
                                : it.close(ReviewState.RESOLVED_BY_ADJUDICATOR, e.officer(), dayOf(file, stamp)));
            case ResponsibilityHandedBack e -> file.mapApplicant(e.applicantId(), it -> it.withResponsible(null));
            case RefusingOfficerAdvised e -> review(file, e.refusalId(), Review::adviseOfficer);
            case AdvisoryOpinionRequested e -> file.addOpinion(requested(file, e, stamp));
            case AdvisoryOpinionReceived e ->
                opinion(
                        file,
                        e.advisoryOpinionId(),
                        it -> it.receive(new ReceivedOpinion(
                                e.receivedOn(), e.outcome(), e.ground(), e.bindingLegalRuling(), false)));
            case CaseResubmittedToDepartment e -> opinion(file, e.advisoryOpinionId(), AdvisoryOpinion::resubmit);
            case RegistrationReinstated e -> reinstated(file, e, stamp);
            case DecisionOverdue e -> file.mapApplicant(e.applicantId(), CaseEvolution::decisionOverdue);
            case ReviewOverdue e ->
                review(
                        file,
                        e.refusalId(),
                        it -> it.passLimit(e.reviewDeadline().plusDays(1)));
            case FeeWindowClosed e ->
                file.mapApplicant(
                        e.applicantId(), it -> it.withFee(it.feeLapsed(), it.feeException(), e.feeWindowEnd()));
            case AdvisoryOpinionFollowUpDue e ->
                opinion(file, e.advisoryOpinionId(), it -> it.isOpen() ? it.followUpNextOn(e.nextFollowUpOn()) : it);
            case TerminationWarningSent e ->
                file.withRegistration(file.registration().warn(e.terminateFrom()));
            case RegistrationTerminated e ->
                file.withRegistration(file.registration().terminate(termination(file, e, stamp)));
            case ReinstatementWindowClosed _ ->
                file.withRegistration(file.registration().closeWindow());
        };
    }

    private static Cause causeOf(CaseFile file, Stamp stamp, boolean byPerson) {
        return new Cause(
                stamp.sequence(),
                stamp.decision(),
                stamp.recordedAt().atZone(file.zone()).toLocalDate(),
                byPerson);
    }

    private static LocalDate dayOf(CaseFile file, Stamp stamp) {
        return stamp.effectiveAt().atZone(file.zone()).toLocalDate();
    }

    private static CaseFile notified(CaseFile file, VisaAvailabilityNotified event, Stamp stamp) {
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        return terminateFrom == null || reinstateBy == null
                ? file
                : file.withRegistration(file.registration()
                        .available(new Availability(
                                event.transmittedOn(),
                                event.transmittedOn(),
                                terminateFrom,
                                reinstateBy,
                                false,
                                causeOf(file, stamp, true))));
    }

    private static Applicant appliedAnew(CaseFile file, Applicant applicant, NewApplicationTaken event, Stamp stamp) {
        var due = event.decisionDue();
        return applicant.applyAnew(due == null ? null : DecisionClock.running(due, causeOf(file, stamp, true)));
    }

    private static Refusal refusal(CaseFile file, VisaRefused event, Stamp stamp) {
        return new Refusal(
                event.refusalId(),
                event.applicantId(),
                event.refusedOn(),
                event.officer(),
                event.straightforward(),
                event.fileCategory(),
                Review.opened(event.reviewClass(), event.reviewTarget(), event.reviewDeadline()),
                event.findings().stream()
                        .map(finding -> Finding.entered(finding, event.refusedOn()))
                        .toList(),
                causeOf(file, stamp, true));
    }

    private static CaseFile close(
            CaseFile file, ApplicantId applicantId, List<FindingId> findingIds, FindingStatus status, Stamp stamp) {
        var day = dayOf(file, stamp);
        var closing = Set.copyOf(findingIds);
        return file.mapApplicant(
                applicantId,
                it -> it.mapRefusals(refusal -> refusal.mapFindings(
                        finding -> closing.contains(finding.findingId()) ? finding.close(status, day) : finding)));
    }

    /**
     * Closes findings. What was closed while the fee had lapsed keeps it lapsed: whatever becomes of the others, a new
     * application and fee are needed.
     */
    private static CaseFile closeWithFee(
            CaseFile file, ApplicantId applicantId, List<FindingId> findingIds, FindingStatus status, Stamp stamp) {
        var day = dayOf(file, stamp);
        return close(
                file.mapApplicant(
                        applicantId,
                        it -> it.feeStatus(day).filter(FeeStatus.LAPSED::equals).isPresent()
                                ? it.withFee(true, it.feeException(), it.feeWindowClosed())
                                : it),
                applicantId,
                findingIds,
                status,
                stamp);
    }

    private static CaseFile presented(CaseFile file, EvidencePresented event, Stamp stamp) {
        return file.mapApplicant(
                event.applicantId(),
                it -> it.mapRefusals(refusal -> refusal.mapFindings(finding -> event.findings().stream()
                        .filter(on -> on.findingId().equals(finding.findingId()))
                        .findFirst()
                        .map(on -> finding.receive(
                                new Evidence(stamp.effectiveAt(), event.receivedOn(), on.timely(), event.documents())))
                        .orElse(finding))));
    }

    private static CaseFile review(CaseFile file, RefusalId refusalId, UnaryOperator<Review> change) {
        return file.mapRefusal(refusalId, refusal -> refusal.withReview(change.apply(refusal.review())));
    }

    private static CaseFile reversedBySupervisor(CaseFile file, RefusalReversedBySupervisor event, Stamp stamp) {
        OfficerId supervisor = event.reviewer();
        return review(
                        close(file, event.applicantId(), event.findingIds(), FindingStatus.REVERSED, stamp),
                        event.refusalId(),
                        it -> it.close(ReviewState.REVERSED, supervisor, dayOf(file, stamp)))
                .mapApplicant(event.applicantId(), it -> it.withResponsible(supervisor));
    }

    private static CaseFile consulted(CaseFile file, ReviewConsultationRecorded event, Stamp stamp) {
        var refusalId = event.refusalId();
        var applicantId = event.applicantId();
        var reviewed = refusalId == null
                ? file
                : review(
                        file,
                        refusalId,
                        it -> it.reviewClass() == ReviewClass.CONSULTATIVE
                                        && !it.state().isClosed()
                                ? it.close(ReviewState.CONSULTED, event.reviewer(), dayOf(file, stamp))
                                : it);
        return applicantId == null
                ? reviewed
                : reviewed.mapApplicant(applicantId, it -> it.withReviewOfIssuance(ReviewState.CONSULTED));
    }

    private static AdvisoryOpinion requested(CaseFile file, AdvisoryOpinionRequested event, Stamp stamp) {
        return new AdvisoryOpinion(
                event.advisoryOpinionId(),
                event.applicantId(),
                event.findingId(),
                event.origin(),
                OpinionState.REQUESTED,
                event.requestedOn(),
                event.nextFollowUpOn(),
                null,
                causeOf(file, stamp, true));
    }

    private static CaseFile opinion(
            CaseFile file, AdvisoryOpinionId advisoryOpinionId, UnaryOperator<AdvisoryOpinion> change) {
        return file.mapOpinions(it -> it.advisoryOpinionId().equals(advisoryOpinionId) ? change.apply(it) : it);
    }

    /** The officer has decided: opinions received on the applicant have been acted on. */
    private static CaseFile acted(CaseFile file, ApplicantId applicantId) {
        return file.mapOpinions(it -> it.applicantId().equals(applicantId) ? it.act() : it);
    }

    private static Termination termination(CaseFile file, RegistrationTerminated event, Stamp stamp) {
        return new Termination(
                event.kind(),
                event.anchor(),
                event.terminatedOn(),
                event.reinstateBy(),
                event.statutoryReinstateBy(),
                NoticeIssuer.of(event.kind()),
                false,
                causeOf(file, stamp, false));
    }

    private static CaseFile reinstated(CaseFile file, RegistrationReinstated event, Stamp stamp) {
        var registration = file.registration().reinstate();
        return switch (event.kind()) {
            case TERM_A -> {
                var availability = registration.availability();
                yield file.withRegistration(
                        availability == null
                                ? registration
                                : registration.available(new Availability(
                                        availability.transmittedOn(),
                                        event.reinstatedOn(),
                                        event.terminateFrom(),
                                        event.reinstateBy(),
                                        false,
                                        causeOf(file, stamp, true))));
            }
            case TERM_B ->
                file.withRegistration(registration)
                        .mapApplicant(
                                file.principal().applicantId(),
                                it -> it.mapRefusals(refusal -> refusal.mapFindings(finding -> finding.isActive()
                                        ? finding.restartClock(
                                                event.reinstatedOn(), event.terminateFrom(), event.reinstateBy())
                                        : finding)));
        };
    }

    private static Applicant decisionOverdue(Applicant applicant) {
        var clock = applicant.decision();
        return clock == null || !applicant.state().awaitsDecision()
                ? applicant
                : applicant.with(applicant.state(), clock.pass());
    }
}
