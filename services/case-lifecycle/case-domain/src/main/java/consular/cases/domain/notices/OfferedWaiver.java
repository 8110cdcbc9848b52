package consular.cases.domain.notices;

import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text offers a waiver, in English or Spanish. That there is none, it may say, and so it may what holds of a fee, of
 * an interview, or, in the same sentence, of INA 212(a). Phrases are known, and not meanings, as with {@link SteeringPhrases}.
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
        you should apply for\
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
                    each(UNA_EXENCION, SE_OFRECE),
                    each(PUEDE_PEDIR, UNA_EXENCION)))
            .stream()
            .map(phrase -> " " + String.join(" ", FoldedText.words(phrase)) + " ")
            .toList();

    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

    /** What is waived is no ineligibility: a fee, or coming to the interview. */
    private static final Pattern OF_A_FEE_OR_INTERVIEW =
            Pattern.compile(" (of|de|del) (the |your |an |a |la |las |su |sus )?"
                    + "((visa|application|processing|filing|personal|consular) )*"
                    + "(fees?|interviews?|tarifas?|tasas?|entrevistas?) ");

    /** By the number of the Act or by that of the Code. */
    private static final Pattern GROUND_OF_212A = Pattern.compile(" (212|1182) ?a ");

    private OfferedWaiver() {}

    static boolean isIn(String text) {
        return END_OF_SENTENCE
                .splitAsStream(text)
                .map(sentence -> " " + String.join(" ", FoldedText.words(sentence)) + " ")
                .filter(words -> !GROUND_OF_212A.matcher(words).find())
                .anyMatch(words -> OFFERS.stream().anyMatch(offer -> offers(offer, words)));
    }

    /** Somewhere not after a "no", and of an ineligibility. */
    private static boolean offers(String offer, String words) {
        for (var at = words.indexOf(offer); at >= 0; at = words.indexOf(offer, at + 1)) {
            var rest = words.substring(at + offer.length() - 1);
            if (!words.startsWith(" no", at - " no".length())
                    && !OF_A_FEE_OR_INTERVIEW.matcher(rest).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
