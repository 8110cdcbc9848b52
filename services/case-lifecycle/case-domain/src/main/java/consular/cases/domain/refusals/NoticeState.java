package consular.cases.domain.refusals;

/** Whether the applicant has been told of a refusal. */
public enum NoticeState {
    /** Not told, or told in writing only. */
    DUE,
    /** Told by word of mouth; the notice in writing is due still. */
    ORAL_GIVEN,
    /** Told both ways. */
    NOTIFIED,
    /** The Department has the ground cited as INA 212(a) and no more. */
    LIMITED,
    /** The Department has said, or allowed, that no notice be given. */
    SUPPRESSED;

    /** Whether nobody has to be told any more. */
    public boolean isSettled() {
        return switch (this) {
            case DUE, ORAL_GIVEN -> false;
            case NOTIFIED, LIMITED, SUPPRESSED -> true;
        };
    }
}
