package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.DUPLICATE_REASON;
import static consular.cases.domain.law.RejectionCode.PREFIX_NOT_APPLICABLE;
import static consular.cases.domain.law.RejectionCode.UNKNOWN_REASON;

import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.ParsedAnnotation.PrefixNotApplicable;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.ParsedAnnotation.UnknownReason;
import consular.cases.domain.ineligibility.ReasonKind;
import consular.cases.domain.lists.Lists;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are missing when an applicant is found ineligible: the letter names them, by the words that a 221(g)
 * refusal has for them (9 FAM 504.11-3(A)(1)f). They are no finding, so no year of INA 203(g) runs for them (R-TRM-04).
 */
final class MissingDocuments {
    private MissingDocuments() {}

    /** Why they can't be named so, in the order of a 221(g) refusal; empty if they can, or none are. */
    static Optional<Decision> objection(@Nullable List<String> annotations) {
        if (annotations == null) {
            return Optional.empty();
        }
        var parsed = Lists.map(annotations, AnnotationParser::parse);
        if (Lists.any(parsed, UnknownReason.class::isInstance)) {
            return Optional.of(noDocument());
        }
        if (Lists.any(parsed, PrefixNotApplicable.class::isInstance)) {
            return Optional.of(
                    Act.reject(PREFIX_NOT_APPLICABLE, "only a document can be original or the petitioner's"));
        }
        if (Lists.any(
                parsed, it -> !(it instanceof Recognised known && known.reason().kind() == ReasonKind.DOCUMENT))) {
            return Optional.of(noDocument());
        }
        return Lists.distinct(canonical(annotations)).size() < annotations.size()
                ? Optional.of(Act.reject(DUPLICATE_REASON, "each missing document is named once"))
                : Optional.empty();
    }

    private static Decision noDocument() {
        return Act.reject(
                UNKNOWN_REASON,
                "a missing document is one of the standard names or abbreviations of documents; processing and what the"
                        + " applicant has to do are none");
    }

    /** The one spelling of each; they have been checked. */
    static List<String> canonical(List<String> annotations) {
        return annotations.stream()
                .map(AnnotationParser::parse)
                .filter(Recognised.class::isInstance)
                .map(it -> ((Recognised) it).canonical())
                .toList();
    }
}
