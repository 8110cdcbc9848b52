package consular.cases.domain.people;

/** The approved petition that a case rests on, such as an I-130. */
public record Petition(String type, @AtMost(LONGEST_NUMBER) String receiptNumber) {
    /** How many letters and digits a receipt number may have, and that of a case, which is made of one. */
    public static final int LONGEST_NUMBER = 32;
}
