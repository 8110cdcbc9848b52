package consular.cases.domain;

import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.domain.CaseEvent.PersonalDataErased;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How the notices of refusals and their entries in CLASS change. */
final class NoticeEvolution {
    private NoticeEvolution() {}

    /** On the day that it is at the post that refused, in which the alarm is reckoned too. */
    static CaseFile given(
            CaseFile file, RefusalId refusalId, BiFunction<Notice, LocalDate, Notice> change, Stamp stamp) {
        return file.mapRefusal(
                refusalId,
                it -> it.withNotice(change.apply(it.notice(), it.cause().dayOf(stamp.effectiveAt()))));
    }

    static CaseFile passed(CaseFile file, RefusalId refusalId, Stamp stamp) {
        return given(file, refusalId, Notice::passLimit, stamp);
    }

    static CaseFile classEntry(CaseFile file, RefusalId refusalId, UnaryOperator<ClassEntry> change) {
        return file.mapRefusal(refusalId, it -> it.withClassEntry(change.apply(it.classEntry())));
    }

    /** The case goes to another post, and the alarms of its notices stay on their days. */
    static CaseFile transferred(CaseFile file, CaseTransferred event, Stamp stamp) {
        var sent = file.withDetails(file.details().at(event.to(), event.toZone(), stamp.effectiveAt()));
        for (var alarm : event.noticeAlarms()) {
            sent = sent.mapRefusal(
                    alarm.refusalId(), it -> it.withNotice(it.notice().fixAlarm(alarm.alarmOn())));
        }
        return sent;
    }

    /** What waits for CLASS is withdrawn; requests to delete an entry still go, as they name it by its refusal. */
    static CaseFile erased(CaseFile file, PersonalDataErased event) {
        var next = file.withPersonal(file.personal().erase(event.applicantId(), event.level()));
        var applicantId = event.applicantId();
        return applicantId == null
                ? next
                : next.mapApplicant(
                        applicantId,
                        applicant -> applicant.mapRefusals(refusal ->
                                refusal.withClassEntry(refusal.classEntry().withdraw())));
    }
}
