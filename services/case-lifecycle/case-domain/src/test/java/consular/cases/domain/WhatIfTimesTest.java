package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Supposing.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.NoticeOverdue;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.WhatIf.Senseless;
import consular.cases.domain.WhatIf.Supposed;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time goes by in what is supposed as it does in earnest. */
class WhatIfTimesTest {
    @Test
    void time_alone_brings_about_what_is_due_in_order_each_on_its_day() {
        var refused = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        var answer = ask(refused, "2024-03-05T09:00", "2025-03-06T12:00");
        assertThat(types(answer))
                .startsWith(
                        NoticeOverdue.class,
                        TerminationWarningSent.class,
                        DocumentReturnDue.class,
                        FeeWindowClosed.class,
                        RegistrationTerminated.class);
        assertThat(answer.events()).extracting(WhatIf.Followed::command).containsOnlyNulls();
        assertThat(answer.events()).allSatisfy(it -> {
            assertThat(it.line().stamp().actor()).isEqualTo(Actor.SERVICE);
            assertThat(it.line().stamp().recordedAt())
                    .isEqualTo(it.line().stamp().effectiveAt());
        });
        assertThat(CaseView.of(answer.file()).registration().state()).isEqualTo(RegistrationState.TERMINATED);
        assertThat(answer.clock()).isEqualTo(instant("2025-03-06T12:00"));
    }

    @Test
    void what_is_due_by_then_comes_before_a_command_of_the_future() {
        var refused = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        var answer = ask(refused, "2024-03-05T09:00", null, at("2025-03-06T09:00", "officer-a", overcome("F1")));
        assertThat(types(answer)).contains(RegistrationTerminated.class);
        assertThat(rejection(answer, 0).code()).isEqualTo(RejectionCode.REGISTRATION_TERMINATED);
    }

    @Test
    void what_is_due_at_the_clock_already_is_acted_on_first() {
        var answer = ask(CaseScenario.applied("2024-03-05"), "2024-03-07T09:00", null);
        assertThat(types(answer)).containsExactly(DecisionOverdue.class);
        assertThat(answer.events().getFirst().line().stamp().recordedAt()).isEqualTo(instant("2024-03-07T09:00"));
    }

    @Test
    void an_act_of_an_earlier_day_than_the_clock_is_a_late_entry_as_ever() {
        var story = CaseScenario.applied("2024-03-05");
        assertThat(rejection(
                                ask(
                                        story,
                                        "2024-03-06T09:00",
                                        null,
                                        at("2024-03-05T10:00", "officer-a", refuse221g("BC"))),
                                0)
                        .code())
                .isEqualTo(RejectionCode.LATE_ENTRY_REASON_REQUIRED);
        var explained = new Supposed(
                refuse221g("BC"), TestActors.named("officer-a"), instant("2024-03-05T10:00"), "the line was down");
        assertThat(types(ask(story, "2024-03-06T09:00", null, explained))).contains(VisaRefused.class);
    }

    @Test
    void a_command_before_the_one_before_it_is_out_of_order() {
        var answer = ask(
                CaseScenario.applied("2024-03-05"),
                "2024-03-05T09:00",
                null,
                at("2024-03-05T11:00", "officer-a", note()),
                at("2024-03-05T10:00", "officer-a", note()));
        assertThat(rejection(answer, 1).code()).isEqualTo(RejectionCode.OUT_OF_ORDER);
    }

    @Test
    void a_time_that_no_calendar_covers_makes_no_sense() {
        var file = CaseScenario.applied("2024-03-05").file();
        var posts = TestPosts.all();
        var now = instant("2024-03-05T09:00");
        assertThat(WhatIf.ask(file, posts, Policy.RECOMMENDED, now, List.of(), instant("2051-01-01T00:00")))
                .isInstanceOfSatisfying(Senseless.class, it -> {
                    assertThat(it.command()).isNull();
                    assertThat(it.pointer()).isEqualTo("/until");
                });
        assertThat(WhatIf.ask(
                        file,
                        posts,
                        Policy.RECOMMENDED,
                        now,
                        List.of(at("9999-01-01T00:00", "officer-a", note())),
                        null))
                .isInstanceOfSatisfying(Senseless.class, it -> {
                    assertThat(it.command()).isZero();
                    assertThat(it.pointer()).isEqualTo("/effectiveAt");
                });
    }

    @Test
    void an_instant_that_has_gone_by_lets_no_time_pass() {
        var answer = ask(CaseScenario.applied("2024-03-05"), "2024-03-05T12:00", "2024-03-05T10:00");
        assertThat(answer.clock()).isEqualTo(instant("2024-03-05T12:00"));
        assertThat(answer.events()).isEmpty();
    }
}
