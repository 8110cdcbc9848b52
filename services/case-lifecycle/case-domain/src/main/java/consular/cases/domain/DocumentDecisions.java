package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT;
import static consular.cases.domain.law.Rule.DOCUMENTS_OF_THE_REFUSAL_STAY;
import static consular.cases.domain.law.Rule.ORIGINALS_STAY_WITH_THE_REFUSAL;

import consular.cases.domain.CaseCommand.RecordDocumentConsent;
import consular.cases.domain.CaseCommand.ReturnDocuments;
import consular.cases.domain.CaseEvent.DocumentConsentRecorded;
import consular.cases.domain.CaseEvent.DocumentsReturned;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Custody;
import consular.cases.domain.refusals.RefusalId;
import java.util.function.UnaryOperator;

/** The documents that came with a refused application: whether they may be kept, and that they went back. */
final class DocumentDecisions {
    private DocumentDecisions() {}

    static Decision recordConsent(RecordDocumentConsent command, Act act) {
        var refusal = act.file().refusal(command.refusalId()).orElseThrow();
        var kept = CustodyClock.of(act.file(), refusal)
                .filter(clock -> switch (clock.state()) {
                    case RUNNING, SUSPENDED -> true;
                    case MET, STOPPED, PASSED -> false;
                })
                .isPresent();
        return kept
                ? act.record(
                                new DocumentConsentRecorded(refusal.refusalId(), command.consented()),
                                DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT)
                        .accepted()
                : Act.reject(BAD_STATE, "no documents are kept for evidence on the refusal any more");
    }

    static Decision giveBack(ReturnDocuments command, Act act) {
        var refusal = act.file().refusal(command.refusalId()).orElseThrow();
        if (refusal.custody().returned()) {
            return Act.reject(BAD_STATE, "the documents have been returned");
        }
        if (CustodyClock.isOpinionAwaited(act.file(), refusal.applicantId())) {
            return Act.reject(BAD_STATE, "the documents stay while an advisory opinion on the applicant is awaited");
        }
        return act.record(
                        new DocumentsReturned(refusal.refusalId(), command.documents()),
                        act.file().isNonimmigrant() ? ORIGINALS_STAY_WITH_THE_REFUSAL : DOCUMENTS_OF_THE_REFUSAL_STAY)
                .accepted();
    }

    static CaseFile consented(CaseFile file, DocumentConsentRecorded event, Stamp stamp) {
        var cause = stamp.causeByPerson(file.zone());
        return custody(
                file,
                event.refusalId(),
                it -> event.consented() ? it.consent() : it.refuseConsent(stamp.dayIn(file.zone()), cause));
    }

    static CaseFile custody(CaseFile file, RefusalId refusalId, UnaryOperator<Custody> change) {
        return file.mapRefusal(refusalId, it -> it.withCustody(change.apply(it.custody())));
    }
}
