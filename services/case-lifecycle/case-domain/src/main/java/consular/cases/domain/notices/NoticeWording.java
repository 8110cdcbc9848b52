package consular.cases.domain.notices;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.Incomplete;
import consular.cases.domain.notices.WordingVerdict.NotApplicable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a post may send a letter in words of its own (9 FAM 504.11-3(A)(1)d and e; R-LTR-06 to R-LTR-09, R-LTR-11).
 *
 * <p>A post may write what it likes, so the check is by clause and never by template. Where lines break, and how many
 * blanks stand between words, is layout; every other character of a fixed sentence counts. A provision must be written
 * as the statute prints it, in its letter case; one that the Department has limited may be told in no letter case. What a post
 * says of a waiver is compared with the findings only where the law has none: the words are the officer's.
 */
public final class NoticeWording {
    private static final Pattern LAYOUT = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BRACKET = Pattern.compile("[()]");
    private static final Pattern LAST_BLANKS = Pattern.compile("(\\\\s\\*)$");
    private static final Pattern SECTION_203G = provision("203(g)", "");
    private static final Pattern OLD_SECTION_203E = provision("203(e)", "");
    private static final List<String> WAIVER = List.of(
            "waiver",
            "waivers",
            "waive",
            "waived",
            "exencion",
            "exenciones",
            "perdon",
            "perdones",
            "dispensa",
            "dispensas",
            "exoneracion");
    private static final List<String> OTHER_MECHANISM =
            List.of("mechanism", "mechanisms", "mecanismo", "mecanismos", "exemption", "exemptions");

    private NoticeWording() {}

    /**
     * Judges a text by the refusal it is about. What is missing goes before what is out of place, and that before
     * encouragement and discouragement.
     */
    public static WordingVerdict check(NoticeFacts facts, String text) {
        var letter = LAYOUT.matcher(text).replaceAll(" ");
        var missing = missing(facts, letter);
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        var misplaced = misplaced(facts, letter, text);
        if (!misplaced.isEmpty()) {
            var first = misplaced.entrySet().iterator().next();
            return new NotApplicable(first.getValue(), List.copyOf(misplaced.keySet()));
        }
        return SteeringPhrases.firstIn(FoldedText.words(letter))
                .<WordingVerdict>map(found -> found)
                .orElseGet(Acceptable::new);
    }

    private static List<String> missing(NoticeFacts facts, String letter) {
        var ownWords = withoutFixedSentences(letter);
        var missing = new ArrayList<String>();
        facts.grounds().stream()
                .map(ground -> citation(facts, ground))
                .distinct()
                .filter(citation -> !names(citation, ownWords))
                .forEach(citation -> missing.add("the provision, INA " + citation));
        if (facts.is212a() && !facts.limitedCitation() && !mentions(WAIVER, ownWords)) {
            missing.add("whether a waiver is available");
        } else if (facts.asksForAMechanism() && !mentions(WAIVER, ownWords) && !mentions(OTHER_MECHANISM, ownWords)) {
            missing.add("whether law or regulation offers a waiver or another mechanism to overcome the refusal");
        }
        Arrays.stream(FixedSentence.values())
                .filter(sentence -> sentence.belongsTo(facts) && !letter.contains(sentence.text()))
                .forEach(sentence -> missing.add("the sentence " + sentence.id() + ", word for word"));
        return missing;
    }

    /** What is out of place, with the rule that it is against. Only an offer of a waiver is sought in the lines as they were written. */
    private static Map<String, Rule> misplaced(NoticeFacts facts, String letter, String text) {
        var misplaced = new LinkedHashMap<String, Rule>();
        if (facts.limitedCitation() && SubsectionOf212a.isToldIn(letter)) {
            misplaced.put(
                    "the subsection of INA 212(a), since the Department limited the citation", Rule.LIMITED_CITATION);
        }
        if (facts.limitedCitation()
                && facts.grounds().stream().allMatch(ground -> ground.kind() == GroundKind.SECTION_212A)
                && (mentions(WAIVER, withoutFixedSentences(letter)) || ReliefFrom212a.isToldIn(letter))) {
            misplaced.put("what is said of a waiver, since the Department limited the citation", Rule.LIMITED_CITATION);
        }
        if (facts.isOnly221g() && OfferedWaiver.isIn(text)) {
            misplaced.put("the offer of a waiver, since a 221(g) refusal has none", Rule.NO_WAIVER_OF_221G);
        }
        Arrays.stream(FixedSentence.values())
                .filter(sentence -> !sentence.belongsTo(facts) && letter.contains(sentence.text()))
                .forEach(sentence -> misplaced.put("the sentence " + sentence.id(), sentence.rule()));
        if (misplaced.isEmpty()
                && !FixedSentence.TERMINATION_OF_THE_PETITION.belongsTo(facts)
                && SECTION_203G.matcher(letter).find()) {
            misplaced.put(
                    "INA 203(g), which ends petitions refused under 221(g) and nothing else",
                    Rule.CLAUSE_FOR_PETITIONS_ONLY);
        }
        if (OLD_SECTION_203E.matcher(letter).find()) {
            misplaced.put(
                    "INA 203(e), the number that section 203(g) had before October 1991",
                    Rule.TERMINATION_IS_UNDER_203G);
        }
        return misplaced;
    }

    /** The sentences quote 221(g) and 203(g); a letter that has them does not for that reason name its own provision. */
    private static String withoutFixedSentences(String letter) {
        var rest = letter;
        for (var sentence : FixedSentence.values()) {
            rest = rest.replace(sentence.text(), " ");
        }
        return rest;
    }

    private static String citation(NoticeFacts facts, Ground ground) {
        return facts.limitedCitation() && ground.kind() == GroundKind.SECTION_212A ? "212(a)" : ground.citation();
    }

    /** Not within a longer path: who writes 212(a)(4)(B) has not named 212(a)(4). */
    private static boolean names(String citation, String letter) {
        return provision(citation, "(?!\\([A-Za-z0-9]{1,5}\\))").matcher(letter).find();
    }

    /** Blanks may stand around the brackets of a path. */
    private static Pattern provision(String citation, String then) {
        var path = BRACKET.matcher(citation).replaceAll("\\\\s*\\\\$0\\\\s*");
        return Pattern.compile("(?<![0-9A-Za-z])" + LAST_BLANKS.matcher(path).replaceAll("") + then);
    }

    private static boolean mentions(List<String> words, String letter) {
        return FoldedText.words(letter).stream().anyMatch(words::contains);
    }
}
