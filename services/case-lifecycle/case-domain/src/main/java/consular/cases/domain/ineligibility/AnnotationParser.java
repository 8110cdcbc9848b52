package consular.cases.domain.ineligibility;

import consular.cases.domain.ineligibility.ParsedAnnotation.PrefixNotApplicable;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.ParsedAnnotation.UnknownReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotation of one 221(g) reason (9 FAM 504.11-3(A)(1)f(1)-(2); R-VOC-02 to R-VOC-08).
 *
 * <p>An annotation is a name or an abbreviation of the list, before it at most one prefix of each kind in either order,
 * each followed by exactly one blank. Letter case does not matter; every other character does.
 */
public final class AnnotationParser {
    private static final List<String> ORIGINAL = List.of("original ", "or ");
    private static final List<String> PETITIONER = List.of("petitioner ", "pet ");
    private static final Map<String, RefusalReason> REASONS = Arrays.stream(RefusalReason.values())
            .flatMap(reason -> Stream.concat(Stream.of(reason.standardName()), reason.abbreviation().stream())
                    .map(spelling -> Map.entry(lowerCase(spelling), reason)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private AnnotationParser() {}

    /** Never fails: what is not in the list is an {@link UnknownReason}. */
    public static ParsedAnnotation parse(String annotation) {
        return parse(lowerCase(annotation), false, false);
    }

    /**
     * Tries the whole text as a reason before taking a prefix off it, so that "Petitioner Proof of Life" is the reason
     * of that name and not a prefix before its abbreviation.
     */
    private static ParsedAnnotation parse(String text, boolean original, boolean petitioner) {
        @Nullable RefusalReason reason = REASONS.get(text);
        if (reason != null) {
            return (original || petitioner) && !reason.takesPrefix()
                    ? new PrefixNotApplicable(reason)
                    : new Recognised(reason, original, petitioner);
        }
        var afterOriginal = without(ORIGINAL, text);
        if (afterOriginal.isPresent() && !original) {
            return parse(afterOriginal.get(), true, petitioner);
        }
        var afterPetitioner = without(PETITIONER, text);
        if (afterPetitioner.isPresent() && !petitioner) {
            return parse(afterPetitioner.get(), original, true);
        }
        return new UnknownReason();
    }

    private static Optional<String> without(List<String> prefixes, String text) {
        return prefixes.stream().filter(text::startsWith).findFirst().map(prefix -> text.substring(prefix.length()));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
