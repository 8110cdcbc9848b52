package consular.cases.domain.notices;

import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text offers a waiver, in English or Spanish. That there is none, or that it depends, it may say, and so it
 * may what holds of a fee, of an interview, or, in a sentence that does not name 221(g) too, of INA 212(a) or (e). Phrases are known, and not meanings, as with {@link SteeringPhrases}.
 */
final class OfferedWaiver {
    private static final String A_WAIVER = """
        a waiver
        the waiver
        waivers\
        """;

    private static final String IS_AVAILABLE = """
        is available
        are available
        may be available
        can be available
        is possible
        are possible
        may be possible
        can be possible
        can be requested
        may be requested
        can be granted
        may be granted\
        """;

    private static final String YOU_MAY_ASK_FOR = """
        you may apply for
        you may request
        you may seek
        you may ask for
        you can apply for
        you can request
        you can seek
        you can ask for
        you are eligible for
        you may be eligible for
        you qualify for
        you may qualify for
        you should apply for
        there is
        there are
        there may be\
        """;

    private static final String DHS_MAY_WAIVE = """
        dhs may waive
        dhs can waive
        homeland security may waive
        homeland security can waive
        department may waive
        department can waive
        office may waive
        office can waive
        officer may waive
        officer can waive
        we may waive
        we can waive\
        """;

    private static final String THIS_REFUSAL = """
        this refusal
        the refusal
        your refusal
        this ineligibility
        the ineligibility
        your ineligibility\
        """;

    private static final String UNA_EXENCION = """
        una exención
        la exención
        exenciones
        un perdón
        el perdón
        una dispensa
        la dispensa
        una exoneración
        la exoneración\
        """;

    private static final String SE_OFRECE = """
        está disponible
        están disponibles
        es posible
        puede solicitarse
        puede pedirse
        puede obtenerse\
        """;

    private static final String PUEDE_PEDIR = """
        hay
        existe
        existen
        puede solicitar
        puede pedir
        puede obtener
        podrá solicitar
        podrá pedir
        podría solicitar
        podría pedir
        está disponible
        están disponibles\
        """;

    private static final List<String> OFFERS = all(List.of(
                    each(A_WAIVER, IS_AVAILABLE),
                    each(YOU_MAY_ASK_FOR, A_WAIVER),
                    each(DHS_MAY_WAIVE, THIS_REFUSAL),
                    each(UNA_EXENCION, SE_OFRECE),
                    each(PUEDE_PEDIR, UNA_EXENCION)))
            .stream()
            .map(phrase -> " " + String.join(" ", FoldedText.words(phrase)) + " ")
            .toList();

    /** A "yes" or "no" that stands for a sentence ends with its comma: "Sí, hay una exención" has no "si" of a condition. */
    private static final Pattern END_OF_SENTENCE =
            Pattern.compile("(?<=;)|(?<=[.!?])[\\s\\p{Z}]+|(?<=\\b([Ss]í|[Nn]o),)[\\s\\p{Z}]+");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** An empty line, or a line's end that is not mere layout: no comma before it, and no small letter or name after it. */
    private static final Pattern END_OF_LINE =
            Pattern.compile("\n\\h*+\n\\s*+|(?<!,\\h{0,3})\n\\h*+(?!\\p{Ll}|(INA|DHS|USCIS)\\b)");

    private static final Pattern NO_OR_IF = Pattern.compile(" (no|nor|if|unless|whether|whether or not|si)$");

    private static final int LONGEST_NO_OR_IF = " whether or not".length();

    /** What is waived is no ineligibility: a fee, or coming to the interview. */
    private static final Pattern OF_A_FEE_OR_INTERVIEW =
            Pattern.compile(" (of|de|del) (the |your |an |a |la |las |su |sus )?"
                    + "((visa|application|processing|filing|personal|consular) )*"
                    + "(fees?|interviews?|tarifas?|tasas?|entrevistas?) ");

    /** By the number of the Act or by that of the Code. */
    private static final Pattern GROUND_WITH_A_WAIVER = Pattern.compile(" (212|1182) ?[ae] ");

    private static final Pattern GROUND_OF_221G = Pattern.compile(" (221|1201) ?g ");

    private static final String BETWEEN =
            "refused|denied|ineligible|inadmissible|found|subject|under|of|by|on|to|section|the|ina|segun|bajo|por|de|la";

    /** "Not under INA 212(a)"; "t" is what is left of "isn't". But not "not eligible under INA 212(a)". */
    private static final Pattern NOT_UNDER_IT =
            Pattern.compile(" (not|no|nor|never|t) ((" + BETWEEN + ") ){0,8}(212|1182) ?[ae] ");

    /** "212(a)(4) does not apply". */
    private static final Pattern IT_IS_NOT =
            Pattern.compile(" (212|1182) ?[ae] ([0-9a-z]{1,3} ){0,5}?((is|was|has|does|did)( not|n t)|no es|no se) ");

    private OfferedWaiver() {}

    /** Whether it is in a text whose lines end where its author ended them. */
    static boolean isIn(String text) {
        return END_OF_SENTENCE
                .splitAsStream(LINE_BREAK.matcher(text).replaceAll("\n"))
                .map(OfferedWaiver::withoutOtherGrounds)
                .anyMatch(words -> OFFERS.stream().anyMatch(offer -> offers(offer, words)));
    }

    /** The words of a sentence but for those of its lines that speak of a ground which has a waiver. */
    private static String withoutOtherGrounds(String sentence) {
        return END_OF_LINE
                .splitAsStream(sentence)
                .map(FoldedText::words)
                .filter(words -> !isOfAnotherGround(" " + String.join(" ", words) + " "))
                .flatMap(List::stream)
                .collect(joining(" ", " ", " "));
    }

    private static boolean isOfAnotherGround(String words) {
        return GROUND_WITH_A_WAIVER.matcher(words).find()
                && !GROUND_OF_221G.matcher(words).find()
                && !NOT_UNDER_IT.matcher(words).find()
                && !IT_IS_NOT.matcher(words).find();
    }

    /** Somewhere not after a "no" or an "if", and of an ineligibility. */
    private static boolean offers(String offer, String words) {
        for (var at = words.indexOf(offer); at >= 0; at = words.indexOf(offer, at + 1)) {
            var before = words.substring(Math.max(0, at - LONGEST_NO_OR_IF), at);
            var rest = words.substring(at + offer.length() - 1);
            if (!NO_OR_IF.matcher(before).find()
                    && !OF_A_FEE_OR_INTERVIEW.matcher(rest).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
