package consular.cases.domain.notices;

import static consular.cases.domain.notices.PhraseList.all;
import static consular.cases.domain.notices.PhraseList.each;

import java.util.List;

/** Spanish phrases that encourage or discourage a new application. "Puede volver a solicitarla" does neither. */
final class SpanishSteering {
    private static final String APPLY_AGAIN = """
        volver a solicitar
        volver a solicitarla
        volver a solicitarlo
        volver a aplicar
        volver a presentar
        volver a presentarse
        volver a intentarlo
        solicitar de nuevo
        solicitar nuevamente
        solicitar otra vez
        solicitarla de nuevo
        solicitarla nuevamente
        solicitar una nueva visa
        solicitar otra visa
        presentar una nueva solicitud
        presentar otra solicitud
        hacer una nueva solicitud
        hacer otra solicitud
        aplicar de nuevo
        aplicar nuevamente
        aplicar otra vez
        reaplicar
        intentarlo de nuevo
        intentarlo nuevamente\
        """;

    private static final String THAT_YOU_APPLY_AGAIN = """
        vuelva a solicitar
        vuelva a solicitarla
        vuelva a solicitarlo
        vuelva a aplicar
        vuelva a presentar
        vuelva a presentarse
        vuelva a intentarlo
        solicite de nuevo
        solicite nuevamente
        solicite otra vez
        solicite una nueva visa
        solicite otra visa
        presente una nueva solicitud
        presente otra solicitud
        haga una nueva solicitud
        aplique de nuevo
        aplique nuevamente
        reaplique
        lo intente de nuevo
        inténtelo de nuevo\
        """;

    private static final String URGED_TO = """
        le animamos a
        lo animamos a
        la animamos a
        se le anima a
        le alentamos a
        lo alentamos a
        la alentamos a
        se le alienta a
        le exhortamos a
        lo exhortamos a
        la exhortamos a
        se le exhorta a
        le instamos a
        lo instamos a
        la instamos a
        se le insta a
        le invitamos a
        lo invitamos a
        la invitamos a
        se le invita a
        le recomendamos
        se le recomienda
        se recomienda
        es recomendable
        le aconsejamos
        se le aconseja
        es aconsejable
        le sugerimos
        se le sugiere
        usted debería
        debería
        le conviene
        vale la pena
        no dude en
        siéntase libre de\
        """;

    private static final String URGED_THAT = """
        le recomendamos que
        se le recomienda que
        se recomienda que
        le aconsejamos que
        se le aconseja que
        le sugerimos que
        se le sugiere que
        le animamos a que
        lo animamos a que
        la animamos a que
        le alentamos a que
        le exhortamos a que
        le instamos a que
        le invitamos a que
        le pedimos que
        esperamos que
        por favor\
        """;

    private static final String URGED_NOT_TO = """
        no debería
        usted no debería
        no debe
        le recomendamos no
        se le recomienda no
        se recomienda no
        no se recomienda
        no le recomendamos
        no es recomendable
        le aconsejamos no
        se le aconseja no
        no le aconsejamos
        no es aconsejable
        le sugerimos no
        le desaconsejamos
        se desaconseja
        se le desaconseja
        le desanimamos de
        le desalentamos de
        le disuadimos de
        no le conviene
        no conviene
        no vale la pena
        no tiene sentido
        no sirve de nada
        no hay razón para
        no hay motivo para
        es inútil
        sería inútil
        absténgase de
        evite
        no se moleste en\
        """;

    private static final String URGED_THAT_NOT = """
        no
        nunca
        por favor no
        le recomendamos que no
        se le recomienda que no
        se recomienda que no
        le aconsejamos que no
        se le aconseja que no
        le sugerimos que no
        le pedimos que no\
        """;

    static final String NEW_APPLICATION = """
        una nueva solicitud
        otra solicitud
        una solicitud posterior
        una solicitud futura
        su próxima solicitud
        su nueva solicitud\
        """;

    private static final String IN_FAVOUR_OF = """
        esperamos
        esperamos con interés
        recomendamos
        le recomendamos
        se recomienda\
        """;

    private static final String AGAINST = """
        desaconsejamos
        le desaconsejamos
        se desaconseja
        no recomendamos
        no le recomendamos
        no se recomienda\
        """;

    private static final String IS_WELCOME = """
        es recomendable
        es aconsejable
        sería aconsejable
        será bienvenida
        será aprobada
        sería aprobada
        tendrá éxito
        tendría éxito\
        """;

    private static final String IS_IN_VAIN = """
        es inútil
        sería inútil
        no es recomendable
        no es aconsejable
        no se recomienda
        no tendrá éxito
        no tendría éxito
        será rechazada
        sería rechazada
        será denegada
        sería denegada
        sería una pérdida de tiempo\
        """;

    static final PhraseList PHRASES = new PhraseList(
            all(List.of(
                    each(URGED_TO, APPLY_AGAIN),
                    each(URGED_THAT, THAT_YOU_APPLY_AGAIN),
                    each(IN_FAVOUR_OF, NEW_APPLICATION),
                    each(NEW_APPLICATION, IS_WELCOME))),
            all(List.of(
                    each(URGED_NOT_TO, APPLY_AGAIN),
                    each(URGED_THAT_NOT, THAT_YOU_APPLY_AGAIN),
                    each(AGAINST, NEW_APPLICATION),
                    each(NEW_APPLICATION, IS_IN_VAIN))),
            List.of("si no", "mientras no", "hasta que no", "a menos que"));

    private SpanishSteering() {}
}
