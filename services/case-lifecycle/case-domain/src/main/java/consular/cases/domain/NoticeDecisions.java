package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.ENCOURAGES_OR_DISCOURAGES;
import static consular.cases.domain.law.RejectionCode.LETTER_CLAUSE_NOT_APPLICABLE;
import static consular.cases.domain.law.RejectionCode.LETTER_INCOMPLETE;
import static consular.cases.domain.law.RejectionCode.WAIVER_DEPARTMENT_ONLY;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.GiveOralNotice;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseEvent.NoticeInstructed;
import consular.cases.domain.CaseEvent.OralNoticeGiven;
import consular.cases.domain.CaseEvent.WrittenNoticeIssued;
import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.NoticeFacts;
import consular.cases.domain.notices.NoticeWording;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.Incomplete;
import consular.cases.domain.notices.WordingVerdict.NotApplicable;
import consular.cases.domain.notices.WordingVerdict.Steering;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.util.ArrayList;
import java.util.List;

/** Telling the applicant of a refusal, and the Department's word on that. */
final class NoticeDecisions {
    private NoticeDecisions() {}

    static Decision tell(GiveOralNotice command, Act act) {
        var refusal = refusal(command.refusalId(), act);
        return isSuppressed(refusal) ? suppressed() : record(new OralNoticeGiven(refusal.refusalId()), act);
    }

    /** Without a text of the post the service's own letter is the notice, which has nothing to be checked. */
    static Decision write(IssueWrittenNotice command, Act act) {
        var refusal = refusal(command.refusalId(), act);
        if (isSuppressed(refusal)) {
            return suppressed();
        }
        var text = command.text();
        if (text == null) {
            return record(new WrittenNoticeIssued(refusal.refusalId(), null), act);
        }
        var facts = facts(refusal, act);
        return switch (NoticeWording.check(facts, text)) {
            case Incomplete objection -> Act.reject(LETTER_INCOMPLETE, facts.ruleOfTheContent(), objection.detail());
            case NotApplicable objection ->
                Act.reject(LETTER_CLAUSE_NOT_APPLICABLE, objection.rule(), objection.detail());
            case Steering objection ->
                Act.reject(ENCOURAGES_OR_DISCOURAGES, facts.ruleOfTheLetter(), objection.detail());
            case Acceptable _ ->
                record(new WrittenNoticeIssued(refusal.refusalId(), text), act, OWN_WORDING_MEETS_THE_CRITERIA);
        };
    }

    private static Decision record(CaseEvent notice, Act act, Rule... more) {
        var rules = new ArrayList<>(List.of(NOTICE_OF_REFUSAL, ORAL_AND_WRITTEN_NOTICE));
        if (act.file().isNonimmigrant()) {
            rules.add(NONIMMIGRANT_IS_TOLD_THE_GROUND);
        }
        rules.addAll(List.of(more));
        return act.record(notice, act.at(), rules).accepted();
    }

    private static NoticeFacts facts(Refusal refusal, Act act) {
        return new NoticeFacts(
                act.file().category(),
                act.file().isPetitionBased(),
                refusal.findings().stream()
                        .map(finding -> new Ground(finding.entered().ground()))
                        .toList(),
                refusal.notice().state() == NoticeState.LIMITED);
    }

    static Decision instruct(InstructNotice command, Act act) {
        if (act.context().actor().role() != Role.DEPARTMENT) {
            return Act.reject(WAIVER_DEPARTMENT_ONLY, "only the Department may waive or limit a notice");
        }
        var refusal = refusal(command.refusalId(), act);
        if (!refusal.restsOn212a()) {
            return Act.reject(BAD_STATE, "the Department instructs only on a refusal under INA 212(a)");
        }
        if (refusal.notice().instruction() != null) {
            return Act.reject(BAD_STATE, "the Department has instructed on this notice, which is for good");
        }
        return act.record(
                        new NoticeInstructed(refusal.refusalId(), command.instruction(), command.instructionId()),
                        DEPARTMENT_ALONE_WAIVES_NOTICE,
                        ruleOf(command))
                .accepted();
    }

    private static Rule ruleOf(InstructNotice command) {
        return switch (command.instruction()) {
            case NO_NOTICE, PERMISSION_GRANTED -> NOTICE_UNLESS_INSTRUCTED;
            case LIMITED_CITATION -> LIMITED_CITATION;
        };
    }

    private static boolean isSuppressed(Refusal refusal) {
        return refusal.notice().state() == NoticeState.SUPPRESSED;
    }

    private static Decision suppressed() {
        return Act.reject(BAD_STATE, "the Department has said that no notice be given");
    }

    private static Refusal refusal(RefusalId refusalId, Act act) {
        return act.file().refusal(refusalId).orElseThrow();
    }
}
