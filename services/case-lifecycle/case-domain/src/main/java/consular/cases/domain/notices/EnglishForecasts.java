package consular.cases.domain.notices;

import static consular.cases.domain.notices.EnglishSteering.NEW_APPLICATION;
import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;
import static consular.cases.domain.notices.PhraseList.lines;

import java.util.List;
import java.util.stream.Stream;

/** English phrases that foretell how a new application ends, with certainty or with doubt. That nobody knows steers nobody. */
final class EnglishForecasts {
    private static final String CERTAIN = """
        confident
        sure
        certain
        convinced
        no doubt
        not doubt
        't doubt
        without doubt
        expect\
        """;

    private static final String DOUBTED = """
        not expect
        't expect
        cannot expect
        never expect
        hardly expect
        we doubt
        we strongly doubt
        we seriously doubt
        i doubt
        office doubts
        officer doubts\
        """;

    /** Whatever is shortened with a "not" leaves a "t" of its own. */
    private static final String NOBODY_IS = """
        not
        't
        not yet
        't yet
        not at all
        't at all
        not entirely
        't entirely
        not quite
        't quite
        not be
        't be
        not yet be
        cannot be
        cannot yet be
        can never be
        nobody is
        nobody can be
        no one is
        no one can be
        far from
        by no means\
        """;

    private static final String SURE = """
        sure
        certain
        confident
        convinced\
        """;

    private static final String YOU_WILL_SUCCEED = """
        you will be approved
        you will qualify
        you will succeed
        you will be successful
        you will receive a visa
        you will get a visa
        you will be issued a visa
        you to be approved
        you to qualify
        you to succeed
        a visa will be issued
        a visa to be issued\
        """;

    private static final String YOU_WILL_FAIL = """
        you will be refused again
        you will be denied again
        you will never qualify
        you would be refused again
        you would be denied again
        you to be refused again
        you to be denied again\
        """;

    private static final String IT_WILL_SUCCEED = lines(each(NEW_APPLICATION, """
        will succeed
        would succeed
        to succeed
        will be approved
        would be approved
        to be approved\
        """));

    private static final String IT_WILL_FAIL = lines(each(NEW_APPLICATION, """
        will be refused
        would be refused
        to be refused
        will be denied
        would be denied
        to be denied\
        """));

    private static final String UNCERTAIN = lines(each(NOBODY_IS, SURE));

    static final PhraseList PHRASES = new PhraseList(
            all(List.of(
                    foretold(CERTAIN, YOU_WILL_SUCCEED),
                    foretold(CERTAIN, IT_WILL_SUCCEED),
                    foretold(DOUBTED, YOU_WILL_FAIL),
                    foretold(DOUBTED, IT_WILL_FAIL))),
            all(List.of(
                    foretold(CERTAIN, YOU_WILL_FAIL),
                    foretold(CERTAIN, IT_WILL_FAIL),
                    foretold(DOUBTED, YOU_WILL_SUCCEED),
                    foretold(DOUBTED, IT_WILL_SUCCEED))),
            all(List.of(
                    UNCERTAIN.lines(),
                    each(UNCERTAIN, "that\nwhether"),
                    foretold(UNCERTAIN, IT_WILL_SUCCEED),
                    foretold(UNCERTAIN, IT_WILL_FAIL))));

    private EnglishForecasts() {}

    private static Stream<String> foretold(String beginnings, String outcomes) {
        return Stream.concat(each(beginnings, outcomes), each(lines(each(beginnings, "that\nwhether\nif")), outcomes));
    }
}
