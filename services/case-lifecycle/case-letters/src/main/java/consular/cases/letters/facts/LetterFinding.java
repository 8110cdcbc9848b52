package consular.cases.letters.facts;

import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.refusals.NewFinding;
import org.jspecify.annotations.Nullable;

/** What a refusal rests on, as far as a letter tells it. */
public sealed interface LetterFinding {

    /** The provision. */
    Ground ground();

    /** 221(g): something to present or to do, by its standard name; a longer text belongs to the case notes. */
    record Missing(RefusalReason reason, boolean original, boolean fromPetitioner) implements LetterFinding {
        @Override
        public Ground ground() {
            return Section221g.GROUND;
        }
    }

    /** 221(g): the Government has something to complete; what it is, is not told. */
    record Processing() implements LetterFinding {
        @Override
        public Ground ground() {
            return Section221g.GROUND;
        }
    }

    /** 221(g): the application waits for that of a member of the family. */
    record FollowsFamily() implements LetterFinding {
        @Override
        public Ground ground() {
            return Section221g.GROUND;
        }
    }

    /**
     * Any other ground.
     *
     * @param factualBasis the officer's words, in English; null if none were given
     * @param classified whether the factual basis may not be told
     * @param waiverAvailable whether the law allows a waiver of it
     */
    record Ineligible(Ground ground, @Nullable String factualBasis, boolean classified, boolean waiverAvailable)
            implements LetterFinding {}

    /**
     * A finding as a refusal entered it.
     *
     * @throws IllegalArgumentException if it is a 221(g) finding whose annotation is not a standard one
     */
    static LetterFinding of(NewFinding finding) {
        return switch (finding.kind()) {
            case DOCUMENT, APPLICANT_ACTION -> missing(finding.annotation());
            case ADMIN_PROCESSING -> new Processing();
            case FOLLOWS_FAMILY -> new FollowsFamily();
            case SUBSTANTIVE ->
                new Ineligible(
                        new Ground(finding.ground()),
                        finding.factualBasis(),
                        finding.classified(),
                        finding.waiverAvailable());
        };
    }

    /**
     * Something to present or to do, as a standard annotation asks for it.
     *
     * @throws IllegalArgumentException if it is not a standard one
     */
    static Missing missing(@Nullable String annotation) {
        if (annotation != null
                && AnnotationParser.parse(annotation)
                        instanceof Recognised(RefusalReason reason, boolean original, boolean fromPetitioner)) {
            return new Missing(reason, original, fromPetitioner);
        }
        throw new IllegalArgumentException("what is missing has a standard annotation");
    }
}
