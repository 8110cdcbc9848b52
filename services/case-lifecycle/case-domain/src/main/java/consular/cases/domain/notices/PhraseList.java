package consular.cases.domain.notices;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * The phrases of one language.
 *
 * @param neutral phrases that contain the words of another kind and steer nobody
 */
record PhraseList(List<String> encouraging, List<String> discouraging, List<String> neutral) {

    /** Each beginning with each ending; both one a line. */
    static Stream<String> each(String beginnings, String endings) {
        return beginnings.lines().flatMap(beginning -> endings.lines().map(ending -> beginning + " " + ending));
    }

    /** Phrases as what {@link #each} takes: one a line. */
    static String lines(Stream<String> phrases) {
        return phrases.collect(joining("\n"));
    }

    static List<String> all(List<Stream<String>> parts) {
        return parts.stream().flatMap(part -> part).toList();
    }
}
