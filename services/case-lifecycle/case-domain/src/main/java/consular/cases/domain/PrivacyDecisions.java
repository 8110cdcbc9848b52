package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.law.RejectionCode.LEGAL_HOLD;
import static consular.cases.domain.law.Rule.VISA_RECORDS_ARE_CONFIDENTIAL;

import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.LiftLegalHold;
import consular.cases.domain.CaseCommand.PlaceLegalHold;
import consular.cases.domain.CaseEvent.LegalHoldLifted;
import consular.cases.domain.CaseEvent.LegalHoldPlaced;
import consular.cases.domain.CaseEvent.PersonalDataErased;

/** What of the record may be destroyed, and what must be kept. The authority that is named says why. */
final class PrivacyDecisions {
    private PrivacyDecisions() {}

    static Decision erase(ErasePersonalData command, Act act) {
        var records = act.file().personal();
        if (records.isHeld(command.applicantId())) {
            return Act.reject(LEGAL_HOLD, "a legal hold is on the data; lift it first");
        }
        if (records.isDone(command.applicantId(), command.level())) {
            return Act.reject(ERASED, "the data was erased already, at this level or a higher one");
        }
        return act.record(
                        new PersonalDataErased(command.applicantId(), command.level(), command.authority()),
                        VISA_RECORDS_ARE_CONFIDENTIAL)
                .accepted();
    }

    static Decision hold(PlaceLegalHold command, Act act) {
        var records = act.file().personal();
        if (records.isErased(command.applicantId())) {
            return Act.reject(ERASED, "there is nothing left to be held");
        }
        if (records.isHeld(command.applicantId())) {
            return Act.reject(BAD_STATE, "a legal hold is on the data already");
        }
        return act.record(
                        new LegalHoldPlaced(command.applicantId(), command.authority()), VISA_RECORDS_ARE_CONFIDENTIAL)
                .accepted();
    }

    static Decision lift(LiftLegalHold command, Act act) {
        return act.file().personal().isHeld(command.applicantId())
                ? act.record(
                                new LegalHoldLifted(command.applicantId(), command.authority()),
                                VISA_RECORDS_ARE_CONFIDENTIAL)
                        .accepted()
                : Act.reject(BAD_STATE, "no legal hold is on the data");
    }
}
