package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RecordWaiver;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.EvidencePresented;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.CaseEvent.WaiverRecorded;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Presenting evidence, overcoming a refusal, recording a waiver. */
final class OvercomingDecisions {
    private OvercomingDecisions() {}

    static Decision present(PresentEvidence command, Act act) {
        var file = act.file();
        var applicant = file.applicant(command.applicantId()).orElseThrow();
        if (applicant.state() == ApplicationState.ISSUED) {
            return Act.reject(VISA_ALREADY_ISSUED, "the visa is issued; there is nothing left to overcome");
        }
        var received = Lists.map(
                Lists.distinct(command.findingIds()),
                findingId -> received(applicant, file.finding(findingId).orElseThrow(), act));
        return act.record(
                        new EvidencePresented(command.applicantId(), act.day(), received, command.documents()),
                        ONE_YEAR_TO_OVERCOME,
                        NO_NEW_FEE_WITHIN_A_YEAR)
                .accepted();
    }

    /** Whether evidence that is received now comes within the year. */
    static FindingEvidence received(Applicant applicant, Finding finding, Act act) {
        return new FindingEvidence(finding.findingId(), isTimely(applicant, finding, act));
    }

    /** By the days of the post where the year began, wherever the case is now; never on 214(b), which no evidence overcomes. */
    private static boolean isTimely(Applicant applicant, Finding finding, Act act) {
        var day = applicant.feeWindows().yearOf(finding).dayOf(act.at());
        return finding.hasFeeWindow() && !day.isAfter(finding.feeWindowEnd());
    }

    static Decision overcome(OvercomeRefusal command, Act act) {
        var file = act.file();
        var asked = Lists.distinct(command.findingIds());
        if (Lists.any(
                asked,
                findingId -> file.finding(findingId)
                        .filter(it -> it.isActive() && !it.is214b())
                        .isEmpty())) {
            return Act.reject(BAD_FINDING_STATE, "only an active finding can be overcome, and 214(b) only reversed");
        }
        var findings = Lists.map(asked, findingId -> file.finding(findingId).orElseThrow());
        if (Lists.any(findings, Family::isFollowing)) {
            return Act.reject(
                    BAD_FINDING_STATE, "who waits for the family is released with it, or elects to travel separately");
        }
        if (Lists.any(findings, finding -> finding.kind().overcomeBy() != command.basis())) {
            return Act.reject(
                    WRONG_OVERCOME_REASON,
                    "administrative processing is overcome by PROCESSING_COMPLETE, everything else by EVIDENCE");
        }
        if (command.basis() == OvercomeBasis.EVIDENCE
                && Lists.any(findings, finding -> finding.evidence().isEmpty())) {
            return Act.reject(NO_EVIDENCE, "no evidence has been presented on the finding");
        }
        var applicants =
                Lists.distinct(Lists.map(asked, id -> file.applicantOf(id).orElseThrow()));
        var closing = Set.copyOf(asked);
        if (Lists.any(applicants, it -> OpinionDecisions.isAwaitedFor(file, it, closing))) {
            return Act.reject(AO_PENDING, "an advisory opinion is awaited on it");
        }
        if (Lists.any(applicants, it -> OpinionsReceived.on(it, file).forbidOvercoming(closing))) {
            return OpinionDecisions.binding();
        }
        var assumed = Lists.first(Lists.map(applicants, it -> Responsibility.objection(it, act)), Optional::isPresent);
        if (assumed.isPresent()) {
            return assumed.get().orElseThrow();
        }
        for (var applicant : applicants) {
            var ids = applicant
                    .findings()
                    .map(Finding::findingId)
                    .filter(closing::contains)
                    .toList();
            act.record(
                    new RefusalOvercome(applicant.applicantId(), ids, command.basis()),
                    basis(Lists.any(findings, it -> ids.contains(it.findingId()) && isPublicCharge(it))));
            reopenIfNothingStands(applicant.applicantId(), act);
        }
        return act.accepted();
    }

    private static List<Rule> basis(boolean publicCharge) {
        var rules = List.of(OVERCOME_BY_EVIDENCE_OR_PROCESSING, EACH_FINDING_IS_CLOSED_ON_ITS_OWN);
        return publicCharge ? Lists.and(rules, PUBLIC_CHARGE_MAY_BE_OVERCOME) : rules;
    }

    private static boolean isPublicCharge(Finding finding) {
        return finding.entered().ground().startsWith("212(a)(4)");
    }

    static Decision waive(RecordWaiver command, Act act) {
        var file = act.file();
        var finding = file.finding(command.findingId());
        if (finding.filter(it -> it.kind().is221g()).isPresent()) {
            return Act.reject(NO_WAIVER_221G, "there is no waiver of a 221(g) refusal");
        }
        var reference = command.dhsReference();
        if (reference == null || reference.isBlank()) {
            return Act.reject(WAIVER_DHS_ONLY, "a waiver is a decision of DHS: give its reference");
        }
        if (finding.filter(it -> it.isActive() && !it.is214b()).isEmpty()) {
            return Act.reject(BAD_FINDING_STATE, "only an active finding can be waived, and 214(b) only reversed");
        }
        var applicant = file.applicantOf(command.findingId()).orElseThrow();
        act.record(
                new WaiverRecorded(applicant.applicantId(), command.findingId(), reference),
                WAIVER_IS_FOR_DHS,
                WAIVED_IS_NOT_OVERCOME);
        reopenIfNothingStands(applicant.applicantId(), act);
        return act.accepted();
    }

    /** With the last active finding closed the application is open again, and whoever waited for that too. */
    static void reopenIfNothingStands(ApplicantId applicantId, Act act) {
        reopen(applicantId, act);
        FollowingRefusals.release(act);
    }

    /** With the last active finding closed the application is open again, and a decision is due. */
    static void reopen(ApplicantId applicantId, Act act) {
        var applicant = act.file().applicant(applicantId).orElseThrow();
        if (applicant.state() == ApplicationState.REFUSED && !applicant.hasActiveFinding()) {
            act.record(
                    new ApplicationReopened(
                            applicantId, act.day(), ApplicationDecisions.decisionDue(act.post(), act.day())),
                    OVERCOMING_REOPENS,
                    ApplicationDecisions.limitRule(act.post()));
        }
    }

    /** Whether nothing would stand against {@code applicant} with {@code closing} closed. */
    static boolean nothingStandsBut(Set<FindingId> closing, Applicant applicant) {
        return !applicant.hasActiveFinding(finding -> !closing.contains(finding.findingId()));
    }
}
