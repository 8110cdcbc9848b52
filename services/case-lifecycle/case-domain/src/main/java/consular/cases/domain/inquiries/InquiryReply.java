package consular.cases.domain.inquiries;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The words of a reply: what has happened, the law, what evidence can help while any is taken, and that a supervisor concurred if one did.
 * It names nobody. Whether to apply again it leaves to the reader.
 */
public final class InquiryReply {
    /** To be said of a refusal only when a supervisor has concurred with it. */
    public static final String CONCURRENCE = "A supervisory consular officer reviewed the refusal and concurred.";

    private InquiryReply() {}

    /** The whole reply, paragraph by paragraph. */
    public static String text(InquiryFacts facts) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Reference of the inquiry: " + OneLine.quoted(facts.reference()));
        switch (facts.standing()) {
            case OPEN -> {}
            case ISSUED -> paragraphs.add("A visa has been issued.");
            case DISCONTINUED ->
                paragraphs.add(
                        "The granting of the visa has been discontinued under an order under section 243(d) of the"
                                + " Immigration and Nationality Act. That is no refusal.");
            case LAPSED ->
                paragraphs.add("The application has lapsed: the year for filing what the refusal asked for has ended.");
            case WITHDRAWN -> paragraphs.add("The application has been withdrawn.");
        }
        if (facts.registrationTerminated()) {
            paragraphs.add(
                    "The registration for the visa has been terminated under section 203(g) of the Immigration and"
                            + " Nationality Act.");
        }
        paragraphs.addAll(refusals(facts));
        return String.join("\n\n", paragraphs);
    }

    /** Refusals of which a reader is told the same are told once. */
    private static List<String> refusals(InquiryFacts facts) {
        var told = new LinkedHashSet<List<String>>();
        facts.refusals().forEach(refusal -> told.add(RefusalInWords.of(refusal, facts)));
        var paragraphs = new ArrayList<String>();
        for (var refusal : told) {
            for (var paragraph : refusal) {
                paragraphs.add(paragraphs.isEmpty() ? paragraph : RefusalInWords.asAFurtherOne(paragraph));
            }
        }
        return paragraphs;
    }
}
