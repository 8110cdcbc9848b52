package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Supposing.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.EvidencePresented;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.IssuanceSelectedByPolicy;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.CaseEvent.RefusalSelectedByPolicy;
import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.EventByTime.NoticeOverdue;
import consular.cases.domain.WhatIf.Followup;
import consular.cases.domain.WhatIf.Outcome;
import consular.cases.domain.WhatIf.Senseless;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.oversight.PostShares;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewShares;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What would follow is what does follow, and asking changes nothing. */
class WhatIfTest {
    @Test
    void each_command_is_decided_on_the_case_that_the_former_would_leave() {
        var refused = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        var answer = ask(
                refused,
                "2024-03-05T09:00",
                null,
                at("2024-04-02T10:00", "intake", evidence("F1")),
                at("2024-04-03T10:00", "officer-a", overcome("F1")),
                at("2024-04-03T11:00", "officer-a", issue()));
        assertThat(types(answer))
                .containsExactly(
                        NoticeOverdue.class,
                        EvidencePresented.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        VisaIssued.class);
        assertThat(answer.events()).extracting(WhatIf.Followed::command).containsExactly(null, 0, 1, 1, 2);
        assertThat(answer.outcomes()).extracting(Outcome::rejection).containsOnlyNulls();
        assertThat(CaseView.of(answer.file()).applicants().getFirst().state()).isEqualTo(ApplicationState.ISSUED);
        assertThat(answer.clock()).isEqualTo(instant("2024-04-03T11:00"));
    }

    @Test
    void a_refusal_anew_on_a_ground_that_stands_is_told_with_what_gives_way_to_it() {
        var refused = CaseScenario.applied("2024-03-05").given("officer-a", refuseCurable("212(a)(4)"));
        var answer = ask(
                refused,
                "2024-03-05T09:00",
                null,
                at("2024-03-06T10:00", "officer-a", refuseIneligible("212(a)(4)")),
                at("2024-03-07T10:00", "intake", evidence("F2")));
        assertThat(types(answer)).containsExactly(FindingsSuperseded.class, VisaRefused.class, EvidencePresented.class);
        assertThat(answer.file().refusals())
                .extracting(refusal -> refusal.review().deadline())
                .containsExactly(null, LocalDate.parse("2024-04-05"));
    }

    @Test
    void the_case_that_was_asked_about_stays_as_it_is() {
        var story = CaseScenario.applied("2024-03-05");
        var before = CaseView.of(story.file());
        ask(story, "2024-03-05T09:00", "2026-01-01T00:00", at(null, "officer-a", refuse221g("BC")));
        assertThat(CaseView.of(story.file())).isEqualTo(before);
    }

    @Test
    void what_would_follow_is_what_does_follow() {
        var answer = ask(
                CaseScenario.applied("2024-03-05"),
                "2024-03-05T09:00",
                "2026-06-01T09:00",
                at(null, "officer-a", refuse221g("BC")));
        var lived = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        for (var day = instant("2024-03-06T00:00"); !day.isAfter(instant("2026-06-01T00:00")); ) {
            lived.clock(day.toString());
            day = day.atZone(MANILA).plusDays(1).toInstant();
        }
        assertThat(answer.events().stream().map(WhatIf.Followed::line))
                .containsExactlyElementsOf(
                        lived.history().subList(2, lived.history().size()));
        assertThat(CaseView.of(answer.file())).isEqualTo(lived.view());
    }

    @Test
    void the_first_rejection_ends_it_and_tells_what_followed_so_far() {
        var answer = ask(
                CaseScenario.applied("2024-03-05"),
                "2024-03-05T09:00",
                "2026-01-01T00:00",
                at("2024-03-05T10:00", "officer-a", refuse221g("BC")),
                at("2024-03-07T10:00", "officer-a", issue()),
                at("2024-03-08T10:00", "officer-a", note()));
        assertThat(types(answer)).containsExactly(VisaRefused.class);
        assertThat(answer.outcomes()).hasSize(2);
        assertThat(answer.outcomes().getFirst().rejection()).isNull();
        assertThat(rejection(answer, 1).code()).isEqualTo(RejectionCode.FINDINGS_ACTIVE);
        assertThat(answer.clock()).isEqualTo(instant("2024-03-07T10:00"));
        assertThat(answer.file().version()).isEqualTo(3);
    }

    @Test
    void what_would_be_selected_for_review_is_not_told_beforehand() {
        var shares = new ReviewShares(100, 100, 100);
        var selecting = Policy.RECOMMENDED.with(new ReviewPolicy(
                true, new ReviewSample("a", Map.of(VisaCategory.IMMIGRANT, PostShares.of(shares)), Map.of())));
        var story = CaseScenario.applied("2024-03-05");
        var answer = WhatIf.ask(
                story.file(),
                TestPosts.all(),
                selecting,
                instant("2024-03-05T09:00"),
                List.of(
                        at("2024-03-05T10:00", "officer-a", refuse221g("BC")),
                        at("2024-03-05T11:00", "officer-a", reverseOwn("R1")),
                        at("2024-03-05T12:00", "officer-a", issue())),
                null);
        assertThat(answer).isInstanceOfSatisfying(Followup.class, it -> {
            assertThat(it.outcomes()).extracting(Outcome::rejection).containsOnlyNulls();
            assertThat(it.events().stream().map(followed -> followed.line().event()))
                    .noneMatch(RefusalSelectedByPolicy.class::isInstance)
                    .noneMatch(IssuanceSelectedByPolicy.class::isInstance);
        });
        story.under(selecting).given("officer-a", refuse221g("BC")).thenHappened(RefusalSelectedByPolicy.class);
    }

    @Test
    void a_command_about_nothing_in_the_case_is_named_with_its_member() {
        var answer = WhatIf.ask(
                CaseScenario.applied("2024-03-05").file(),
                TestPosts.all(),
                Policy.RECOMMENDED,
                instant("2024-03-05T09:00"),
                List.of(at(null, "officer-a", refuse221g("BC")), at(null, "supervisor-a", concur("R2"))),
                null);
        assertThat(answer).isInstanceOfSatisfying(Senseless.class, it -> {
            assertThat(it.command()).isEqualTo(1);
            assertThat(it.pointer()).isEqualTo("/refusalId");
        });
    }

    @Test
    void a_case_may_be_supposed_to_move_to_another_post() {
        var answer = ask(
                CaseScenario.applied("2024-03-05"),
                "2024-03-05T10:00",
                "2024-03-06T18:00",
                at(null, "officer-a", new CaseCommand.TransferCase(new PostCode("BGT"))));
        assertThat(answer.file().post()).isEqualTo(new PostCode("BGT"));
        assertThat(types(answer)).contains(EventByTime.DecisionOverdue.class);
    }

    /** a year that begins on 29 February. */
    @Test
    void a_supposed_refusal_is_dated_under_the_policy_that_would_decide_in_earnest() {
        var applied = CaseScenario.applied("2024-02-29");
        var refuse = at(null, "officer-a", refuse221g("BC"));
        var march = Policy.RECOMMENDED.with(new YearEnd(LeapDay.MAR_1, false));
        assertThat(windowEnd(ask(applied, "2024-02-29T12:00", null, refuse))).isEqualTo("2025-02-28");
        assertThat(windowEnd(ask(applied, march, "2024-02-29T12:00", null, refuse)))
                .isEqualTo("2025-03-01");
    }

    private static LocalDate windowEnd(Followup answer) {
        return answer.file().principal().findings().findFirst().orElseThrow().feeWindowEnd();
    }
}
