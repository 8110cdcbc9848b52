package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.notices.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which reasons under INA 221(g) the reply to an inquiry names (R-NIV-04). */
class ReasonsInRepliesTest {
    @ParameterizedTest
    @EnumSource
    void several_reasons_under_one_provision_are_one_paragraph(Requester requester) {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("Or BC", "PC"));
        assertThat(reply(story, requester).split("was refused", -1)).hasSize(2);
        assertThat(reply(story, Requester.APPLICANT)).contains("The reasons on record are: Or BC; PC.");
    }

    /** It would tell who looks into the application, which the letter of the refusal does not (R-LTR-02). */
    @Test
    void a_reason_that_asks_nothing_of_the_applicant_is_not_named() {
        for (var reason : List.of("FPU", "SAO")) {
            var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g(reason));
            assertThat(reply(story, Requester.APPLICANT))
                    .contains("under INA 221(g)")
                    .doesNotContain(reason, "on record is");
        }
        var both = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("FPU", "PC"));
        assertThat(reply(both, Requester.APPLICANT))
                .contains("The reason on record is: PC.")
                .doesNotContain("FPU");
    }

    @Test
    void what_went_in_part_is_told_in_part() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("Or BC", "PC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"));
        assertThat(reply(story, Requester.CONGRESSIONAL))
                .contains("Part of the refusal on this ground has since been overcome.");
        assertThat(reply(story, Requester.APPLICANT)).contains("The reason on record is: PC.");
    }

    private static String reply(CaseScenario story, Requester requester) {
        return story.given("officer-a", answer(requester))
                .all(InquiryAnswered.class)
                .getLast()
                .text();
    }
}
