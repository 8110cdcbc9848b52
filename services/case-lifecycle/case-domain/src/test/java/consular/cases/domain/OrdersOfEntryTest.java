package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.RegistrationTerminated;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notices and retrogressions that are entered late come to the same year as if each had been entered in its turn. */
class OrdersOfEntryTest {
    static Stream<List<CaseCommand>> a_notice_before_and_one_after_the_first_year_was_over() {
        return orders(
                List.of(notifyAvailability("2024-07-01"), notifyAvailability("2025-06-01"), retrogress("2025-08-01")));
    }

    /** Retrogression came after the year of the first notice, but inside that of the second. */
    @ParameterizedTest
    @MethodSource("a_notice_before_and_one_after_the_first_year_was_over")
    void r_trm_06_retrogression_stops_the_year_of_the_latest_notice_before_it(List<CaseCommand> order) {
        entered("2025-08-05T09:00", order)
                .thenDeadline(TERM_A, "2026-06-01", "2026-06-02", STOPPED)
                .clock("2026-07-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    private static CaseScenario entered(String at, List<CaseCommand> order) {
        var story = CaseScenario.registered("2024-06-21").clock(at);
        order.forEach(command -> story.given("intake", command));
        assertThat(story.file().registration().availability()).isNotNull();
        return story;
    }

    private static Stream<List<CaseCommand>> orders(List<CaseCommand> commands) {
        return commands.size() < 2
                ? Stream.of(commands)
                : IntStream.range(0, commands.size()).boxed().flatMap(first -> {
                    var others = Stream.concat(
                                    commands.subList(0, first).stream(),
                                    commands.subList(first + 1, commands.size()).stream())
                            .toList();
                    return orders(others)
                            .map(order -> Stream.concat(Stream.of(commands.get(first)), order.stream())
                                    .toList());
                });
    }
}
