package consular.cases.domain.notices;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reply to an inquiry about a refusal: the ground, what the law says, what may show otherwise, and, if the history
 * holds it, that a supervisor concurred (R-NIV-04). It is English, the language in which the record is kept, since the
 * event keeps the whole text.
 */
public final class InquiryReply {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private InquiryReply() {}

    /** The whole reply; paragraphs are parted by an empty line. */
    public static String text(InquiryFacts facts) {
        return String.join("\n\n", paragraphs(facts));
    }

    /** The reply, paragraph by paragraph. */
    public static List<String> paragraphs(InquiryFacts facts) {
        var law = facts.extent() == NoticeExtent.SUPPRESSED
                ? Stream.<String>empty()
                : facts.grounds().stream()
                        .map(ground -> explained(ground, facts.extent()))
                        .distinct();
        var review = facts.supervisorConcurred()
                ? Stream.of("A supervisory consular officer reviewed the refusal and concurred with it.")
                : Stream.<String>empty();
        return Stream.of(Stream.of(opening(facts), decision(facts)), law, review)
                .flatMap(part -> part)
                .toList();
    }

    private static String opening(InquiryFacts facts) {
        return switch (facts.requester()) {
            case CONGRESSIONAL, COUNSEL ->
                "This answers your inquiry " + facts.reference() + " about the visa application of "
                        + facts.applicantName() + ".";
            case APPLICANT -> "This answers your inquiry " + facts.reference() + " about your visa application.";
        };
    }

    private static String decision(InquiryFacts facts) {
        var outcome = "The application for a visa of class " + facts.visaClass() + " was refused on "
                + DAY.format(facts.refusedOn());
        if (facts.extent() == NoticeExtent.SUPPRESSED || facts.grounds().isEmpty()) {
            return outcome + ".";
        }
        return outcome + " under "
                + facts.grounds().stream()
                        .map(ground -> "INA " + citation(ground, facts.extent()))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String citation(Ground ground, NoticeExtent extent) {
        return extent == NoticeExtent.LIMITED_CITATION && ground.kind() == GroundKind.SECTION_212A
                ? "212(a)"
                : ground.citation();
    }

    private static String explained(Ground ground, NoticeExtent extent) {
        return switch (ground.kind()) {
            case SECTION_212A ->
                "INA " + citation(ground, extent) + " names a class of persons to whom the law does not allow a visa"
                        + " to be issued. Evidence that the provision does not apply to the"
                        + " applicant is considered by the post.";
            case SECTION_212E ->
                "INA 212(e) requires certain exchange visitors to have lived abroad for two years, or to hold a"
                        + " waiver, before they may receive this kind of visa. Evidence that they have done so is"
                        + " considered by the post.";
            case SECTION_221G ->
                "INA 221(g) does not allow a visa to be issued on an application that lacks a document, information or"
                    + " processing that the law requires. The application is considered further once what is lacking"
                    + " has been presented or completed.";
            case NIV_ONLY -> nonimmigrant(ground.citation());
            case QUASI, UNKNOWN -> "The provision does not allow a visa to be issued.";
        };
    }

    private static String nonimmigrant(String citation) {
        return citation.equals("214(b)")
                ? "INA 214(b) presumes, with exceptions that it names, that every applicant for a nonimmigrant visa"
                      + " intends to immigrate, until the applicant shows an entitlement to nonimmigrant status."
                      + " Evidence of ties to a residence abroad can help to show it: for example family, employment,"
                      + " study, property or other obligations to which the applicant is bound to return. The consular"
                      + " officer weighs the circumstances of each applicant."
                : "INA " + citation
                        + " does not allow a nonimmigrant visa to be issued to those whom it describes. Evidence"
                        + " that it does not describe the applicant is considered by the post.";
    }
}
