package consular.ledger.core.note;

/** Why bytes are not a signed note. */
public enum NoteFault {
    TOO_LONG("it is longer than a million bytes"),
    NOT_UTF8("it is not UTF-8"),
    CONTROL_CHARACTER("it holds a control character"),
    NO_BLANK_LINE("no blank line parts text from signatures"),
    NO_FINAL_NEWLINE("its last line is not ended"),
    NOT_A_SIGNATURE("a line below the blank one is not a dash, a key name and base64 of at least five bytes"),
    TOO_MANY_SIGNATURES("it has more than 64 signatures");

    private final String sentence;

    NoteFault(String sentence) {
        this.sentence = sentence;
    }

    /** The fault in words. */
    public String sentence() {
        return sentence;
    }
}
