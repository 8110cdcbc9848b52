package consular.cases.domain;

import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.EvidencePresented;
import consular.cases.domain.CaseEvent.NewApplicationTaken;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.Closing;
import consular.cases.domain.refusals.Custody;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.Evidence;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.Review;
import java.util.List;
import java.util.Set;

/** How applications, refusals and their findings change. */
final class ApplicationEvolution {
    private ApplicationEvolution() {}

    static CaseFile applied(CaseFile file, ApplicationExecuted event, Stamp stamp) {
        return file.mapApplicant(
                event.applicantId(),
                it -> it.execute(
                        event.executedOn(),
                        event.fee(),
                        DecisionClock.running(event.decisionDue(), stamp, file.zone())));
    }

    static Applicant appliedAnew(CaseFile file, Applicant applicant, NewApplicationTaken event, Stamp stamp) {
        var due = event.decisionDue();
        return applicant.applyAnew(event.fee(), due == null ? null : DecisionClock.running(due, stamp, file.zone()));
    }

    static CaseFile refused(CaseFile file, VisaRefused event, Stamp stamp) {
        var refusal = refusal(file, event, stamp);
        return OpinionEvolution.refused(
                file.mapApplicant(
                        event.applicantId(),
                        it -> it.lapseFee(stamp.effectiveAt()).refuse(refusal, stamp.effectiveAt())),
                refusal);
    }

    private static Refusal refusal(CaseFile file, VisaRefused event, Stamp stamp) {
        var findings = Lists.map(event.findings(), finding -> Finding.entered(finding, event.refusedOn()));
        var missing = event.missingDocuments();
        return new Refusal(
                event.refusalId(),
                event.applicantId(),
                file.post(),
                event.refusedOn(),
                event.officer(),
                event.straightforward(),
                event.fileCategory(),
                Notice.due(event.noticeDueOn()),
                isToldToClass(file, event.applicantId(), findings) ? ClassEntry.QUEUED : ClassEntry.NONE,
                Review.opened(event.reviewClass(), event.reviewTarget(), event.reviewDeadline()),
                findings,
                Custody.BEGUN,
                stamp.causeByPerson(file.zone()),
                missing == null ? List.of() : missing);
    }

    /** Of whoever was erased there is no name to enter. */
    private static boolean isToldToClass(CaseFile file, ApplicantId applicantId, List<Finding> findings) {
        return Lists.any(findings, Finding::is212a) && !file.personal().isErased(applicantId);
    }

    static CaseFile close(
            CaseFile file, ApplicantId applicantId, List<FindingId> findingIds, FindingStatus status, Stamp stamp) {
        var closing = Set.copyOf(findingIds);
        return file.mapApplicant(
                applicantId,
                it -> it.mapRefusals(refusal -> refusal.mapFindings(finding -> closing.contains(finding.findingId())
                        ? finding.close(
                                status,
                                new Closing(
                                        stamp.decision(),
                                        stamp.effectiveAt(),
                                        refusal.cause().dayOf(stamp.effectiveAt()),
                                        file.post(),
                                        stamp.dayIn(file.zone())))
                        : finding)));
    }

    /**
     * Closes findings otherwise than by reversal. What was closed while the fee had lapsed keeps it lapsed: whatever
     * becomes of the others, a new application and fee are needed.
     */
    static CaseFile closeWithFee(
            CaseFile file, ApplicantId applicantId, List<FindingId> findingIds, FindingStatus status, Stamp stamp) {
        return close(
                file.mapApplicant(applicantId, it -> it.lapseFee(stamp.effectiveAt())),
                applicantId,
                findingIds,
                status,
                stamp);
    }

    static CaseFile presented(CaseFile file, EvidencePresented event, Stamp stamp) {
        return received(file, event.applicantId(), event.findings(), event.documents(), stamp);
    }

    /** Evidence on findings, each in the zone of the post that refused. */
    static CaseFile received(
            CaseFile file,
            ApplicantId applicantId,
            List<FindingEvidence> findings,
            List<Document> documents,
            Stamp stamp) {
        return file.mapApplicant(
                applicantId,
                it -> it.mapRefusals(refusal -> refusal.mapFindings(finding -> Lists.first(
                                findings, on -> on.findingId().equals(finding.findingId()))
                        .map(on -> finding.receive(new Evidence(
                                stamp.decision(),
                                stamp.effectiveAt(),
                                refusal.cause().dayOf(stamp.effectiveAt()),
                                on.timely(),
                                documents)))
                        .orElse(finding))));
    }

    static Applicant decisionOverdue(Applicant applicant) {
        var clock = applicant.decision();
        return clock == null || !applicant.state().awaitsDecision()
                ? applicant
                : applicant.with(applicant.state(), clock.pass());
    }
}
