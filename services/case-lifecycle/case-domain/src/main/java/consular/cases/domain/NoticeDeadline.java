package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.NOTICE_OF_REFUSAL;
import static consular.cases.domain.law.Rule.NOTICE_UNLESS_INSTRUCTED;
import static consular.cases.domain.law.Rule.ORAL_AND_WRITTEN_NOTICE;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.NoticeAlarm;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of the notice of a refusal. The notice is due on the day of the refusal, or by the target of the policy; the
 * alarm goes off a few working days later.
 */
final class NoticeDeadline {
    private NoticeDeadline() {}

    static Deadline of(CaseFile file, Refusal refusal, Post post, Alarms alarms) {
        var notice = refusal.notice();
        var alarm = alarmOn(notice, post, alarms);
        var because = new ArrayList<>(List.of(
                event(refusal.cause().sequence(), "refused on " + refusal.refusedOn()),
                rule(
                        NOTICE_OF_REFUSAL,
                        notice.dueOn().equals(refusal.refusedOn())
                                ? "timely notice: that day"
                                : "timely notice: by the target that was set, in working days"),
                rule(ORAL_AND_WRITTEN_NOTICE, "by word of mouth and in writing"),
                rule(
                        NOTICE_OF_REFUSAL,
                        "the alarm goes off on working day " + alarms.noticeWorkingDays() + " after it")));
        if (notice.instruction() != null) {
            because.add(rule(NOTICE_UNLESS_INSTRUCTED, "the Department has instructed on the notice"));
        }
        var state = state(file, refusal, alarm);
        because.addAll(LateEntry.reason(state, NOTICE_OF_REFUSAL, refusal.cause(), alarm.minusDays(1), file));
        return new Deadline(
                DeadlineKind.NOTICE,
                refusal.refusalId().value(),
                notice.dueOn(),
                alarm,
                state,
                refusal.cause().zone(),
                because);
    }

    /** The alarms that a case takes along when it is sent from a post. */
    static List<NoticeAlarm> fixed(CaseFile file, Post from, Alarms alarms) {
        return file.refusals()
                .map(it -> new NoticeAlarm(it.refusalId(), alarmOn(it.notice(), from, alarms)))
                .toList();
    }

    private static LocalDate alarmOn(Notice notice, Post post, Alarms alarms) {
        var fixed = notice.alarmOn();
        return fixed == null ? post.calendar().workingDayAfter(notice.dueOn(), alarms.noticeWorkingDays()) : fixed;
    }

    private static DeadlineState state(CaseFile file, Refusal refusal, LocalDate alarm) {
        var notice = refusal.notice();
        if (notice.overdue()) {
            return DeadlineState.PASSED;
        }
        var settledOn = notice.settledOn();
        if (settledOn != null) {
            return settledOn.isBefore(alarm) ? DeadlineState.MET : DeadlineState.PASSED;
        }
        return LateEntry.state(refusal.cause(), alarm.minusDays(1), file);
    }
}
