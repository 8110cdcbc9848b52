package consular.cases.domain.inquiries;

import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a reply: what has happened, the law, what evidence can help, and that a supervisor concurred if one did.
 * It names nobody. Whether to apply again it leaves to the reader.
 */
public final class InquiryReply {
    /** To be said of a refusal only when a supervisor has concurred with it. */
    public static final String CONCURRENCE = "A supervisory consular officer reviewed the refusal and concurred.";

    private InquiryReply() {}

    /** The whole reply, paragraph by paragraph. */
    public static String text(InquiryFacts facts) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("This answers the inquiry " + facts.reference() + ".");
        if (facts.issued()) {
            paragraphs.add("A visa has been issued.");
        }
        if (facts.registrationTerminated()) {
            paragraphs.add(
                    "The registration for the visa has been terminated under section 203(g) of the Immigration and"
                            + " Nationality Act.");
        }
        facts.refusals().forEach(refusal -> tell(refusal, facts, paragraphs));
        return String.join("\n\n", paragraphs);
    }

    private static void tell(Refusal refusal, InquiryFacts facts, List<String> paragraphs) {
        var limited = refusal.notice().state() == NoticeState.LIMITED;
        var when = facts.mayTell(Disclosure.DATE) ? " on " + refusal.refusedOn() : "";
        var told = new ArrayList<String>();
        for (var finding : refusal.findings()) {
            var sentences = new ArrayList<String>();
            var hidden = limited && finding.is212a();
            var provision = hidden ? "212(a)" : finding.entered().ground();
            var words = hidden ? GroundInWords.limited() : GroundInWords.of(finding);
            sentences.add("The application was refused" + when + " under INA " + provision + ".");
            sentences.add(words.law());
            if (finding.status() == FindingStatus.ACTIVE && !words.evidence().isEmpty()) {
                sentences.add(words.evidence());
            }
            add(askedFor(finding, facts), sentences);
            add(hidden ? null : facts(finding, facts), sentences);
            add(outcome(finding), sentences);
            told.add(String.join(" ", sentences));
        }
        told.stream().distinct().forEach(paragraphs::add);
        if (refusal.review().state() == ReviewState.CONCURRED) {
            paragraphs.add(CONCURRENCE);
        }
    }

    private static void add(@Nullable String sentence, List<String> sentences) {
        if (sentence != null) {
            sentences.add(sentence);
        }
    }

    private static @Nullable String askedFor(Finding finding, InquiryFacts facts) {
        var annotation = finding.entered().annotation();
        return finding.isActive() && annotation != null && facts.mayTell(Disclosure.WHAT_IS_ASKED_FOR)
                ? "The reason on record is: " + annotation + "."
                : null;
    }

    private static @Nullable String facts(Finding finding, InquiryFacts facts) {
        var basis = finding.entered().factualBasis();
        return basis != null && !finding.entered().classified() && facts.mayTell(Disclosure.FACTS)
                ? "It rests on these facts: " + basis
                : null;
    }

    private static @Nullable String outcome(Finding finding) {
        return switch (finding.status()) {
            case ACTIVE -> null;
            case OVERCOME -> "That has since been overcome.";
            case WAIVED -> "That has since been waived.";
            case REVERSED -> "That has since been reversed.";
            case SUPERSEDED -> "A later refusal has taken its place.";
        };
    }
}
