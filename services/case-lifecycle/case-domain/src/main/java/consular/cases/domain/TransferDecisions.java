package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_POST;
import static consular.cases.domain.law.Rule.DECISION_BY_END_OF_WORKING_DAY;

import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseEvent.CaseTransferred;

/**
 * Sending a case to another post. What is done from then on is done on the days of that post; every clock that began
 * before keeps the days of the post at which it began.
 */
final class TransferDecisions {
    private TransferDecisions() {}

    static Decision transfer(TransferCase command, Act act) {
        var file = act.file();
        if (command.toPost().equals(file.post())) {
            return Act.reject(BAD_STATE, "the case is at that post already");
        }
        var destination = act.context().destination();
        return destination == null
                ? Act.reject(UNKNOWN_POST, "there is no such post; GET /api/v1/posts lists them")
                : act.record(
                                new CaseTransferred(
                                        file.post(),
                                        destination.code(),
                                        destination.zone(),
                                        NoticeDeadline.fixed(
                                                file,
                                                act.post(),
                                                act.context().policy().alarms())),
                                DECISION_BY_END_OF_WORKING_DAY)
                        .accepted();
    }
}
