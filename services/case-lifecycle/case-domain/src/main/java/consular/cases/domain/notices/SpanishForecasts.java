package consular.cases.domain.notices;

import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;
import static consular.cases.domain.notices.PhraseList.lines;
import static consular.cases.domain.notices.SpanishSteering.NEW_APPLICATION;

import java.util.List;
import java.util.stream.Stream;

/** Spanish phrases that foretell how a new application ends, with certainty or with doubt. That nobody knows steers nobody. */
final class SpanishForecasts {
    private static final String CERTAIN = """
        seguros de que
        seguro de que
        segura de que
        convencidos de que
        confiamos en que
        no dudamos de que
        no dudamos que\
        """;

    private static final String NOBODY_IS = """
        no estamos
        no estoy
        no está
        no es
        no estamos nada
        no estoy nada
        no está nada
        no es nada
        no estamos del todo
        no estoy del todo
        no está del todo
        no es del todo
        no estamos muy
        no estamos todavía
        no estamos aún
        no podemos estar
        no podemos estar del todo
        no puedo estar
        no se puede estar
        nadie está
        nadie puede estar\
        """;

    private static final String CERTAIN_OF_IT = """
        seguros de que
        seguro de que
        segura de que
        convencidos de que\
        """;

    private static final String YOU_WILL_SUCCEED = """
        será aprobado
        será aprobada
        tendrá éxito
        obtendrá la visa
        obtendrá una visa
        recibirá la visa
        recibirá una visa
        le será concedida\
        """;

    private static final String DOUBTED = """
        dudamos que
        dudamos de que
        dudamos mucho que
        no esperamos que
        no creemos que\
        """;

    private static final String YOU_MIGHT_SUCCEED = """
        sea aprobado
        sea aprobada
        tenga éxito
        obtenga la visa
        obtenga una visa
        reciba la visa
        reciba una visa
        le sea concedida
        una nueva solicitud tenga éxito
        otra solicitud tenga éxito
        una nueva solicitud sea aprobada
        otra solicitud sea aprobada\
        """;

    private static final String IT_WILL_END = lines(each(NEW_APPLICATION, """
        tendrá éxito
        tendría éxito
        será aprobada
        sería aprobada
        será rechazada
        sería rechazada
        será denegada
        sería denegada\
        """));

    private static final String UNCERTAIN = lines(each(NOBODY_IS, CERTAIN_OF_IT));

    static final PhraseList PHRASES = new PhraseList(
            all(List.of(each(CERTAIN, YOU_WILL_SUCCEED), each("no dudamos que\nno dudamos de que", YOU_MIGHT_SUCCEED))),
            all(List.of(each(DOUBTED, YOU_MIGHT_SUCCEED))),
            all(List.of(Stream.of("no confiamos en que"), UNCERTAIN.lines(), each(UNCERTAIN, IT_WILL_END))));

    private SpanishForecasts() {}
}
