package consular.ledger.core.note;

/** Why a text is not a checkpoint. */
public enum CheckpointFault {
    NO_FINAL_NEWLINE("its last line is not ended"),
    TOO_FEW_LINES("it has fewer than three lines"),
    EMPTY_LINE("it has an empty line"),
    CONTROL_CHARACTER("it holds a control character"),
    NO_SIZE("its second line is not a number of entries"),
    NO_ROOT("its third line is not base64 of 32 bytes");

    private final String sentence;

    CheckpointFault(String sentence) {
        this.sentence = sentence;
    }

    /** The fault in words. */
    public String sentence() {
        return sentence;
    }
}
