package consular.cases.domain.notices;

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

    static List<String> all(List<Stream<String>> parts) {
        return parts.stream().flatMap(part -> part).toList();
    }
}
