package consular.cases.domain.refusals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The notice of a refusal: by word of mouth and in writing, unless the Department says otherwise.
 *
 * @param dueOn the day of the refusal, unless the policy of the service sets a later target
 * @param settledOn the day from which nobody had to be told any more; null while the notice is due
 * @param overdueSince the day on which the alarm went off; stays as a fact of compliance, unless the notice had been given
 *     before and was only entered later; null while it has not
 * @param alarmOn the day of the alarm as the post reckoned it that sent the case away; null while the case is where it was
 *     refused
 */
public record Notice(
        LocalDate dueOn,
        boolean oral,
        boolean written,
        @Nullable NoticeInstruction instruction,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate overdueSince,
        @Nullable LocalDate alarmOn) {

    /** A notice as it stands when the refusal has been entered. */
    public static Notice due(LocalDate on) {
        return new Notice(on, false, false, null, null, null, null);
    }

    public NoticeState state() {
        if (instruction != null) {
            return instruction.state();
        }
        if (oral) {
            return written ? NoticeState.NOTIFIED : NoticeState.ORAL_GIVEN;
        }
        return NoticeState.DUE;
    }

    /** Whether the applicant was told, in whichever way. */
    public boolean wasGiven() {
        return oral || written;
    }

    public Notice tell(LocalDate on) {
        return new Notice(dueOn, true, written, instruction, settledOn, overdueSince, alarmOn).settle(on);
    }

    public Notice write(LocalDate on) {
        return new Notice(dueOn, oral, true, instruction, settledOn, overdueSince, alarmOn).settle(on);
    }

    public Notice instruct(NoticeInstruction given, LocalDate on) {
        return new Notice(dueOn, oral, written, given, settledOn, overdueSince, alarmOn).settle(on);
    }

    /** Whether the alarm has gone off. */
    public boolean overdue() {
        return overdueSince != null;
    }

    public Notice passLimit(LocalDate since) {
        return new Notice(dueOn, oral, written, instruction, settledOn, since, alarmOn);
    }

    /** The day of the alarm is reckoned; if it was before, as it was then. */
    public Notice fixAlarm(LocalDate on) {
        return alarmOn == null ? new Notice(dueOn, oral, written, instruction, settledOn, overdueSince, on) : this;
    }

    private Notice settle(LocalDate on) {
        if (settledOn != null || !state().isSettled()) {
            return this;
        }
        var overdue = overdueSince == null || on.isBefore(overdueSince) ? null : overdueSince;
        return new Notice(dueOn, oral, written, instruction, on, overdue, alarmOn);
    }
}
