package consular.cases.domain.screening;

import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.Outcome.*;
import static consular.cases.domain.screening.Person.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import java.time.LocalDate;

/** What tests of the screening of third-country nationals ask and expect. */
final class ThirdCountryScreenings {
    static final LocalDate ON = LocalDate.of(2024, 3, 5);

    private ThirdCountryScreenings() {}

    static Screening screen(Person person) {
        return ThirdCountryScreening.screen(person.get(), ON);
    }

    static void thenBarred(Person person, ReasonCode code, Rule rule) {
        assertThat(screen(person)).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(INELIGIBLE);
            assertThat(it.on()).isEqualTo(ON);
            assertThat(it.reasons()).anySatisfy(reason -> {
                assertThat(reason.code()).isEqualTo(code);
                assertThat(reason.rule()).isEqualTo(rule);
                assertThat(reason.effect()).isEqualTo(BAR);
                assertThat(reason.detail()).isNotBlank();
            });
            assertThat(it.reasons()).extracting(Reason::effect).doesNotContain(BASIS);
        });
    }

    static void thenNot(Person person, ReasonCode code) {
        assertThat(screen(person).reasons()).extracting(Reason::code).doesNotContain(code);
    }
}
