package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.refusals.ProposedAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseEvolutionTest {

    @Test
    void a_history_folds_into_the_case_that_the_decisions_made() {
        var story = eventful();
        assertThat(CaseDecider.fold(story.history())).isEqualTo(story.state());
    }

    @Test
    void a_history_folds_in_any_order_once_the_case_is_registered() {
        var story = eventful();
        var random = new Random(42);
        for (var round = 0; round < 500; round++) {
            var shuffled =
                    new ArrayList<>(story.history().subList(1, story.history().size()));
            Collections.shuffle(shuffled, random);
            shuffled.addFirst(story.history().getFirst());
            var folded = (CaseFile) CaseDecider.fold(shuffled);
            assertThat(folded.version()).isEqualTo(story.file().version());
            assertThat(CaseView.of(folded).applicants()).hasSize(2);
            assertThat(CaseDeadlines.of(folded, story.post(), Alarms.RECOMMENDED))
                    .isNotNull();
        }
    }

    @Test
    void what_happens_to_a_case_that_is_not_registered_leaves_no_trace() {
        var story = eventful();
        assertThat(CaseDecider.fold(story.history().subList(1, story.history().size())))
                .isEqualTo(CaseDecider.initialState());
    }

    @Test
    void in_order_of_effect_a_timely_late_entry_comes_before_the_limit_that_passed_meanwhile() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-07T09:00");
        story.whenLate("officer-a", issue(), "2024-03-05T16:00", "the line was down")
                .thenAccepted();
        var asOf = asOfEffect(story.history());
        assertThat(asOf.applicants().getFirst().state()).isEqualTo(ApplicationState.ISSUED);
        assertThat(asOf.applicants().getFirst().decisionOverdue()).isFalse();
        assertThat(asOf).isEqualTo(story.view());
    }

    @Test
    void in_order_of_effect_nothing_comes_before_the_registration_or_the_act_that_released_it() {
        var story = CaseScenario.registered("2024-03-05")
                .given("intake", notifyAvailability("2018-03-01"))
                .given("officer-a", note())
                .clock("2024-03-06T09:00")
                .thenRegistration(RegistrationState.FINAL);
        assertThat(story.history().getFirst().event()).isInstanceOf(CaseRegistered.class);
        assertThat(story.history())
                .extracting(line -> line.stamp().effectiveAt())
                .isSorted();
        assertThat(asOfEffect(story.history())).isEqualTo(story.view());
        var released = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC", "PC"))
                .given("intake", evidence("F1"))
                .clock("2024-03-08T09:00")
                .given("officer-a", overcome("F1"))
                .clock("2024-03-11T09:00");
        assertThat(asOfEffect(released.history())).isEqualTo(released.view());
    }

    @Test
    void a_second_registration_changes_nothing_but_the_count() {
        var story = CaseScenario.registered("2024-03-05");
        var again = story.line(CaseRegistered.class);
        var twice = (CaseFile) CaseDecider.evolve(story.state(), again.event(), again.stamp());
        assertThat(twice.version()).isEqualTo(2);
        assertThat(twice.applicants()).isEqualTo(story.file().applicants());
    }

    private static CaseView asOfEffect(List<RecordedEvent> history) {
        var ordered = history.stream()
                .sorted(Comparator.comparing(
                                (RecordedEvent line) -> line.stamp().effectiveAt())
                        .thenComparing(line -> line.stamp().sequence()))
                .toList();
        return CaseView.of((CaseFile) CaseDecider.fold(ordered));
    }

    /** A story in which nearly everything happens. */
    private static CaseScenario eventful() {
        return CaseScenario.at("MNL")
                .clock("2022-03-01T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", notifyAvailability("2022-03-01"))
                .given("intake", retrogress("2022-03-01"))
                .given("intake", restore("2022-03-01"))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", note())
                .given("officer-a", refuse221g("BC", "SAO"))
                .given("officer-a", ask("F2"))
                .given("officer-a", followUp("AO1"))
                .given("officer-a", Families.defer(A1, "F1", "2022-12-31"))
                .given("officer-a", Families.result(A1, MedicalResult.POSITIVE))
                .clock("2022-06-01T09:00")
                .given("visa-office", favourable("AO1", null))
                .given("officer-a", resubmit("AO1"))
                .given("officer-a", processed("F2"))
                .clock("2023-03-02T09:00")
                .given("officer-a", reinstate())
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("supervisor-a", feeException())
                .given("intake", applyUnpaid())
                .given("officer-a", refuseIneligible("212(a)(4)", "212(a)(9)(B)(i)(II)"))
                .given("intake", waive("F5"))
                .clock("2023-06-01T09:00")
                .given("supervisor-a", discuss("R3", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R3"))
                .given("supervisor-a", adviseOfficer("R3"))
                .given("supervisor-a", notifyOfReversal("R3"))
                .given("supervisor-a", handBack())
                .given("officer-a", refuse221g(A2, "BC"))
                .given("officer-a", Families.waitFor(A2, A1))
                .given("officer-a", Families.travelWithout(A2, A1))
                .given("officer-a", issue(VisaAnnotation.WAIVER))
                .given("supervisor-a", selectIssuance())
                .given("supervisor-a", consultOnIssuance())
                .given("supervisor-a", select("R5"))
                .given("supervisor-a", concur("R5"))
                .given("officer-a", reverseOwn("R5"))
                .given("officer-a", refuseIneligible(A2, "212(a)(4)"))
                .given("supervisor-a", discuss("R7", ProposedAction.REFER))
                .given("supervisor-a", refer("R7"))
                .clock("2023-09-01T09:00");
    }
}
