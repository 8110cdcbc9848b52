package consular.cases.domain.people;

/** The approved petition that a case rests on, such as an I-130. */
public record Petition(String type, String receiptNumber) {}
