package consular.cases.domain.reference;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages can't be written while the runs leave something of the interface unexplained. */
class IncompletePagesTest {
    @Test
    void a_command_that_was_not_seen_to_bring_something_about_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CommandsPage.of(List.of(), Map.of()))
                .withMessageContaining("RecordRetrogression brings nothing about");
    }

    @Test
    void a_promised_rejection_that_was_not_met_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CommandsPage.of(List.of(), Map.of("SupervisorRefer", "SELF_REVIEW NO_COMMISSION")))
                .withMessageContaining("SupervisorRefer never meets SELF_REVIEW")
                .withMessageContaining("SupervisorRefer never meets NO_COMMISSION");
    }

    @Test
    void an_event_that_was_not_seen_to_rest_on_a_rule_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventsPage.of(List.of()))
                .withMessageContaining("WaiverRecorded");
    }
}
