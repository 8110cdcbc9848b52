package consular.cases.domain.notices;

import consular.cases.domain.notices.WordingVerdict.Direction;
import consular.cases.domain.notices.WordingVerdict.Steering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that steer a reader towards or away from applying again. A tree of words, so that the time for a text
 * grows with its length and not with the number of phrases.
 */
final class SteeringPhrases {
    private static final Node ROOT = new Node();

    static {
        for (var phrases : List.of(
                EnglishSteering.PHRASES, EnglishForecasts.PHRASES, SpanishSteering.PHRASES, SpanishForecasts.PHRASES)) {
            phrases.encouraging().forEach(phrase -> add(phrase, Meaning.ENCOURAGES));
            phrases.discouraging().forEach(phrase -> add(phrase, Meaning.DISCOURAGES));
            phrases.neutral().forEach(phrase -> add(phrase, Meaning.NEUTRAL));
        }
    }

    private SteeringPhrases() {}

    /** The first phrase that steers. One that only looks so, such as "if you do not", covers what stands in it. */
    static Optional<Steering> firstIn(List<String> words) {
        var at = 0;
        while (at < words.size()) {
            var found = longestFrom(at, words);
            if (found == null) {
                at++;
                continue;
            }
            var phrase = String.join(" ", words.subList(at, found.end()));
            switch (found.meaning()) {
                case ENCOURAGES -> {
                    return Optional.of(new Steering(Direction.ENCOURAGES, phrase));
                }
                case DISCOURAGES -> {
                    return Optional.of(new Steering(Direction.DISCOURAGES, phrase));
                }
                case NEUTRAL -> at = found.end();
            }
        }
        return Optional.empty();
    }

    private static @Nullable Found longestFrom(int start, List<String> words) {
        @Nullable Found longest = null;
        @Nullable Node node = ROOT;
        for (var at = start; at < words.size(); at++) {
            node = node.next.get(words.get(at));
            if (node == null) {
                return longest;
            }
            if (node.meaning != null) {
                longest = new Found(node.meaning, at + 1);
            }
        }
        return longest;
    }

    private static void add(String phrase, Meaning meaning) {
        var node = ROOT;
        for (var word : FoldedText.words(phrase)) {
            node = node.next.computeIfAbsent(word, absent -> new Node());
        }
        node.meaning = meaning;
    }

    private enum Meaning {
        ENCOURAGES,
        DISCOURAGES,
        NEUTRAL
    }

    private record Found(Meaning meaning, int end) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable Meaning meaning;
    }
}
