package consular.cases.domain.notices;

import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;

import java.util.List;
import java.util.stream.Stream;

/** English phrases that encourage or discourage a new application. "You may apply again" does neither. */
final class EnglishSteering {
    private static final String APPLY_AGAIN = """
        reapply
        re-apply
        apply again
        apply anew
        apply once more
        apply another time
        apply for a new visa
        apply for another visa
        apply for a visa again
        apply later
        try again
        submit a new application
        submit another application
        submit a further application
        file a new application
        file another application
        file a further application
        make a new application
        make another application
        make a further application\
        """;

    private static final String APPLYING_AGAIN = """
        reapplying
        re-applying
        applying again
        applying anew
        trying again
        submitting a new application
        submitting another application
        submitting a further application
        filing a new application
        filing another application
        filing a further application
        making a new application
        making another application
        making a further application\
        """;

    static final String NEW_APPLICATION = """
        a new application
        another application
        a second application
        a further application
        further applications
        a future application
        future applications
        a later application
        a fresh application
        your next application
        your new application
        reapplication\
        """;

    private static final String URGED_TO = """
        encourage you to
        encourage the applicant to
        encouraged to
        urge you to
        urged to
        advise you to
        advised to
        invite you to
        invited to
        ask you to
        want you to
        welcome to
        feel free to
        hesitate to
        recommend you
        recommend that you
        recommend to
        recommended to
        recommended that you
        suggest you
        suggest that you
        suggested that you
        hope you
        hope you will
        hope that you
        hope that you will
        you should
        you ought to
        you had better
        please
        good idea to
        wise to
        worthwhile to
        in your interest to\
        """;

    private static final String IN_FAVOUR_OF = """
        encourage
        encourages
        encourage your
        recommend
        recommends
        suggest
        suggests
        advise
        welcome
        look forward to\
        """;

    private static final String URGED_NOT_TO = """
        encourage you not to
        urge you not to
        advise you not to
        advised not to
        ask you not to
        recommend you do not
        recommend that you do not
        recommend that you not
        recommended that you do not
        recommended not to
        suggest that you do not
        suggest you do not
        you should not
        you should never
        you must not
        you shouldn't
        you ought not to
        you had better not
        do not
        don't
        never
        do not bother to
        don't bother to
        no reason to
        pointless to
        useless to
        futile to
        no use to
        not worthwhile to
        unwise to
        not wise to
        not in your interest to\
        """;

    private static final String AGAINST = """
        discourage
        discourages
        discourage you from
        discourages you from
        discouraged from
        dissuade you from
        advise against
        advise you against
        advised against
        recommend against
        do not recommend
        warn you against
        caution you against
        no point in
        no use in
        no sense in
        no purpose in
        refrain from
        not worth
        do not bother
        don't bother\
        """;

    private static final String IS_WELCOME = """
        is recommended
        is encouraged
        is advisable
        is welcome
        will succeed
        would succeed
        is likely to succeed
        would be likely to succeed
        will be approved
        would be approved\
        """;

    private static final String IS_IN_VAIN = """
        is pointless
        would be pointless
        is useless
        would be useless
        is futile
        would be futile
        is in vain
        would be in vain
        is a waste of time
        would be a waste of time
        is not recommended
        is discouraged
        is not advisable
        is inadvisable
        will not succeed
        would not succeed
        is unlikely to succeed
        would be unlikely to succeed
        will be refused
        would be refused
        will be denied
        would be denied\
        """;

    static final PhraseList PHRASES = new PhraseList(
            all(List.of(
                    each(URGED_TO, APPLY_AGAIN),
                    each("encourage you to\nencouraged to\nurge you to\nurged to", "apply"),
                    each(IN_FAVOUR_OF, APPLYING_AGAIN),
                    each(IN_FAVOUR_OF, NEW_APPLICATION),
                    each("consider", APPLYING_AGAIN),
                    each(APPLYING_AGAIN, IS_WELCOME),
                    each(NEW_APPLICATION, IS_WELCOME))),
            all(List.of(
                    each(URGED_NOT_TO, APPLY_AGAIN),
                    each("encourage you not to\nurge you not to\nadvise you not to", "apply"),
                    each(AGAINST, APPLYING_AGAIN),
                    each(AGAINST, NEW_APPLICATION),
                    each(APPLYING_AGAIN, IS_IN_VAIN),
                    each(NEW_APPLICATION, IS_IN_VAIN),
                    each("discourage you from\ndiscouraged from\ndissuade you from", "applying"))),
            all(List.of(
                    Stream.of(
                            "if you do not",
                            "if you should",
                            "neither encourage nor discourage",
                            "neither encourages nor discourages",
                            "neither encourages you to nor discourages you from",
                            "neither encouraged nor discouraged from"),
                    each(URGED_NOT_TO, "apply later than"),
                    each(IN_FAVOUR_OF, "your new application number\na new application number"),
                    each(IN_FAVOUR_OF, "a later application date"))));

    private EnglishSteering() {}
}
