package consular.cases.projections.search;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.DigestKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is compared by its words, and stands nowhere. */
class NameTokensTest {
    private final NameTokens tokens = new NameTokens(key("a key"));

    private static DigestKey key(String text) {
        return () -> text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "José,JOSE",
        "Muñoz,munoz",
        "O'Brien,OBRIEN",
        "O’Brien,obrien",
        "Straße,STRASSE",
        "ΣΊΣΥΦΟΣ,σίσυφος",
        "ﬁne,FINE",
        "Nguyễn,nguyen",
        "Ｓａｎｔｏｓ,santos"
    })
    void accents_capitals_and_forms_of_letters_make_no_difference(String one, String other) {
        assertThat(tokens.of(one)).hasSize(1).isEqualTo(tokens.of(other));
    }

    @Test
    void the_words_of_a_name_are_looked_up_one_by_one_and_in_any_order() {
        assertThat(NameTokens.words("  de la Cruz-Santos,  María "))
                .containsExactly("cruz", "de", "la", "maria", "santos");
        assertThat(tokens.of("Maria de la Cruz")).containsAll(tokens.of("cruz maria"));
    }

    @Test
    void what_has_no_letter_and_no_digit_has_no_words() {
        assertThat(tokens.of(" -' ")).isEmpty();
    }

    @Test
    void a_token_shows_nothing_of_the_word_and_depends_on_the_key() {
        assertThat(tokens.of("santos"))
                .allSatisfy(token -> assertThat(token).matches("[0-9a-f]{32}"))
                .doesNotContainAnyElementsOf(new NameTokens(key("another key")).of("santos"));
    }
}
