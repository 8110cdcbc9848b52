package consular.benchmarks.decide;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured is what it is said to be. */
class LongCaseTest {
    private final LongCase made = new LongCase();
    private final CaseFile file = (CaseFile) made.state();

    private List<Decision> decided(List<CaseCommand> attempts) {
        return attempts.stream()
                .map(command -> CaseDecider.decide(command, file, made.context()))
                .toList();
    }

    @Test
    void the_case_has_thirty_events() {
        assertThat(file.version()).isEqualTo(LongCase.EVENTS);
    }

    @Test
    void what_is_to_be_accepted_is_and_half_of_it_refuses() {
        var decisions = decided(LongCase.accepted());
        assertThat(decisions).hasOnlyElementsOfType(Decision.Accepted.class);
        assertThat(decisions)
                .filteredOn(decision -> ((Decision.Accepted) decision)
                        .events().stream().anyMatch(line -> line.event() instanceof VisaRefused))
                .hasSize(2);
    }

    @Test
    void what_is_to_be_turned_down_is_each_with_a_code_of_its_own() {
        var decisions = decided(LongCase.rejected());
        assertThat(decisions).hasOnlyElementsOfType(Decision.Rejected.class);
        assertThat(decisions)
                .extracting(
                        decision -> ((Decision.Rejected) decision).rejection().code())
                .doesNotHaveDuplicates();
    }
}
