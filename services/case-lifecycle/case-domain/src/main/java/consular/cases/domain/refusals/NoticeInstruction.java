package consular.cases.domain.refusals;

/** What the Department, and it alone, may say of a notice (9 FAM 504.11-3(A)(1)c). */
public enum NoticeInstruction {
    /** No notice is to be given. */
    NO_NOTICE,
    /** The notice is to cite INA 212(a) without a paragraph. */
    LIMITED_CITATION,
    /** The post asked to give no notice, and was allowed to. */
    PERMISSION_GRANTED;

    /** What it makes of the notice, at once and for good. */
    public NoticeState state() {
        return switch (this) {
            case LIMITED_CITATION -> NoticeState.LIMITED;
            case NO_NOTICE, PERMISSION_GRANTED -> NoticeState.SUPPRESSED;
        };
    }
}
