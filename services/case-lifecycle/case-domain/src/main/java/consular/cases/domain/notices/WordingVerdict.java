package consular.cases.domain.notices;

import consular.cases.domain.law.Rule;
import java.util.List;

/** What became of a post's own wording. Each kind but the first is a rejection code of the contract. */
public sealed interface WordingVerdict {

    /** Nothing is missing, nothing is out of place, and the reader is steered neither way. */
    record Acceptable() implements WordingVerdict {}

    /** A verdict that turns the wording down. */
    sealed interface Objection extends WordingVerdict {
        /** What is wrong, and what to change, in a sentence for whoever wrote the text; free of personal data. */
        String detail();
    }

    /**
     * LETTER_INCOMPLETE.
     *
     * @param missing what the text does not say, each in a few words
     */
    record Incomplete(List<String> missing) implements Objection {
        public Incomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String detail() {
            return "The letter does not say all that it must. Add: " + String.join("; ", missing) + ".";
        }
    }

    /**
     * LETTER_CLAUSE_NOT_APPLICABLE.
     *
     * @param rule that which the first of them is against
     * @param misplaced what the text says and this refusal does not allow, each in a few words
     */
    record NotApplicable(Rule rule, List<String> misplaced) implements Objection {
        public NotApplicable {
            misplaced = List.copyOf(misplaced);
        }

        @Override
        public String detail() {
            return "The letter says what does not apply to this refusal. Take out: " + String.join("; ", misplaced)
                    + ".";
        }
    }

    /**
     * ENCOURAGES_OR_DISCOURAGES.
     *
     * @param phrase the words that do so, in lower case without accents and punctuation
     */
    record Steering(Direction direction, String phrase) implements Objection {
        @Override
        public String detail() {
            var verb = switch (direction) {
                case ENCOURAGES -> "encourages";
                case DISCOURAGES -> "discourages";
            };
            return "The letter " + verb + " a new application, and may do neither. Take out: \"" + phrase + "\".";
        }
    }

    /** To which side a text steers its reader. */
    enum Direction {
        ENCOURAGES,
        DISCOURAGES
    }
}
