package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.NOTHING_TO_REPORT;
import static consular.cases.domain.law.Rule.NOTICE_GOES_TO_COUNSEL_TOO;
import static consular.cases.domain.law.Rule.REPLY_SAYS_WHAT_HAPPENED;
import static consular.cases.domain.law.Rule.VISA_RECORDS_ARE_CONFIDENTIAL;

import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.RecordCounsel;
import consular.cases.domain.CaseEvent.CounselRecorded;
import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.inquiries.InquiryFacts;
import consular.cases.domain.inquiries.InquiryReply;
import consular.cases.domain.inquiries.Standing;
import consular.cases.domain.inquiries.ToldRefusal;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import java.util.List;
import java.util.Optional;

/** Who speaks for the applicant, and what is answered to those who ask. */
final class InquiryDecisions {
    private InquiryDecisions() {}

    static Decision recordCounsel(RecordCounsel command, Act act) {
        return command.counsel() == null && act.file().details().counsel() == null
                ? Act.reject(BAD_STATE, "no counsel is on record who could withdraw")
                : act.record(new CounselRecorded(command.counsel()), NOTICE_GOES_TO_COUNSEL_TOO)
                        .accepted();
    }

    static Decision answer(AnswerInquiry command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        var facts = new InquiryFacts(
                isThirdParty(command.requester(), act.file()),
                command.reference(),
                standing(applicant.state()),
                act.file().registration().isTerminated(),
                toBeTold(applicant, act.file()));
        return facts.isEmpty()
                ? Act.reject(NOTHING_TO_REPORT, "nothing has been decided that may be told")
                : act.record(
                                new InquiryAnswered(
                                        command.applicantId(),
                                        command.requester(),
                                        command.reference(),
                                        InquiryReply.text(facts)),
                                REPLY_SAYS_WHAT_HAPPENED,
                                VISA_RECORDS_ARE_CONFIDENTIAL)
                        .accepted();
    }

    private static Standing standing(ApplicationState state) {
        return switch (state) {
            case REGISTERED, UNDECIDED, REFUSED, REOPENED -> Standing.OPEN;
            case DISCONTINUED -> Standing.DISCONTINUED;
            case ISSUED -> Standing.ISSUED;
            case LAPSED -> Standing.LAPSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
        };
    }

    /** Whoever writes as counsel is counsel only if there is one on record. */
    private static boolean isThirdParty(Requester requester, CaseFile file) {
        return switch (requester) {
            case CONGRESSIONAL -> true;
            case APPLICANT -> false;
            case COUNSEL -> file.details().counsel() == null;
        };
    }

    /** The refusals that stand; when none does, the latest. */
    private static List<ToldRefusal> toBeTold(Applicant applicant, CaseFile file) {
        var all = applicant.refusals().stream()
                .filter(refusal -> refusal.notice().state() != NoticeState.SUPPRESSED)
                .flatMap(refusal -> told(refusal, applicant, file).stream())
                .toList();
        var standing =
                all.stream().filter(told -> told.refusal().hasActiveFinding()).toList();
        return standing.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : standing;
    }

    /**
     * A refusal without what ended in a way that may not be told: to tell only that it was made would say that it stands.
     * Where nothing of it stands, the rest alone would say the same.
     */
    private static Optional<ToldRefusal> told(Refusal refusal, Applicant applicant, CaseFile file) {
        var findings = refusal.findings().stream()
                .filter(finding -> !UntoldEnds.isUntold(finding, applicant, file))
                .toList();
        return refusal.hasActiveFinding()
                        || findings.size() == refusal.findings().size()
                ? Optional.of(new ToldRefusal(refusal, findings))
                : Optional.empty();
    }
}
