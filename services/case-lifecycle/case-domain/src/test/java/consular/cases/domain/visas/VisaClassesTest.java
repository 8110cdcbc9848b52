package consular.cases.domain.visas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisaClassesTest {

    @ParameterizedTest
    @ValueSource(strings = {"IR1", "CR1", "F11", "F31", "FX1", "E21", "EW3", "SB1", "SQ1", "BX1", "T51", "RI3", "DV1"})
    void immigrant_symbols(String symbol) {
        assertThat(VisaClasses.categoryOf(symbol)).contains(VisaCategory.IMMIGRANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B2", "B1/B2", "H1B", "L1", "K1", "D", "C1/D", "TN", "V3", "NATO7", "E2C", "CW1"})
    void nonimmigrant_symbols(String symbol) {
        assertThat(VisaClasses.categoryOf(symbol)).contains(VisaCategory.NONIMMIGRANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IR", "IR9", "ir1", "IR-1", " IR1", "F1X", "E10", "DV", "DV4", "H-1B", "ZZ1", "1"})
    void unknown_symbols(String symbol) {
        assertThat(VisaClasses.categoryOf(symbol)).isEmpty();
        assertThat(VisaClasses.isDiversity(symbol)).isFalse();
    }

    @Test
    void no_symbol_is_in_both_categories() {
        assertThat(VisaClasses.all(VisaCategory.IMMIGRANT))
                .hasSize(161)
                .doesNotContainAnyElementsOf(VisaClasses.all(VisaCategory.NONIMMIGRANT));
        assertThat(VisaClasses.all(VisaCategory.NONIMMIGRANT)).hasSize(93);
    }

    @Test
    void only_the_three_diversity_symbols_are_diversity() {
        assertThat(VisaClasses.all(VisaCategory.IMMIGRANT).stream().filter(VisaClasses::isDiversity))
                .containsExactlyInAnyOrder("DV1", "DV2", "DV3");
        assertThat(VisaClasses.all(VisaCategory.NONIMMIGRANT)).noneMatch(VisaClasses::isDiversity);
    }
}
