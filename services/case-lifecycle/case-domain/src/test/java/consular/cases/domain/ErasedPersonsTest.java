package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.A3;
import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.law.RejectionCode.FACTUAL_BASIS_REQUIRED;
import static consular.cases.domain.law.RejectionCode.NOT_ADJUDICATOR;
import static consular.cases.domain.privacy.ErasedText.IMPORTED;
import static consular.cases.domain.privacy.ErasedText.STAND_IN;
import static consular.cases.domain.privacy.ErasureLevel.CONTENT;
import static consular.cases.domain.privacy.ErasureLevel.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.WhatIf.Followup;
import consular.cases.domain.law.Policy;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing more is written of who was erased, and the case goes on to its end all the same. Holds R-NIV-12. */
class ErasedPersonsTest {
    private static final RefusalId R1 = new RefusalId("R1");

    private static CaseScenario erased() {
        return CaseScenario.applied("2024-03-05").given("admin", erase(A1, CONTENT));
    }

    private static RefuseIneligible refuse(ApplicantId applicantId, @Nullable String basis) {
        return new RefuseIneligible(
                applicantId, List.of(new GroundGiven("212(a)(4)", basis, true, false, false)), null);
    }

    @Test
    void words_are_turned_down_and_the_decision_without_them_is_taken() {
        var story = erased();
        story.when("officer-a", refuse(A1, "no means")).thenRejected(ERASED);
        story.given("officer-a", refuse(A1, null));
        assertThat(story.line(VisaRefused.class).event())
                .isInstanceOfSatisfying(
                        VisaRefused.class,
                        it -> assertThat(it.findings())
                                .singleElement()
                                .satisfies(finding ->
                                        assertThat(finding.factualBasis()).isEqualTo(STAND_IN)));
    }

    @Test
    void the_sentence_may_be_given_where_the_body_requires_words() {
        var story = erased().given("officer-a", refuse(A1, STAND_IN));
        story.when("officer-a", new ReverseOwnRefusal(R1, "on reflection")).thenRejected(ERASED);
        story.given("officer-a", new ReverseOwnRefusal(R1, STAND_IN))
                .given("officer-a", issue(VisaAnnotation.OVERCOME))
                .thenState(ApplicationState.ISSUED);
    }

    @Test
    void every_reason_of_a_221g_refusal_can_be_given_and_overcome() {
        var other = new ReasonGiven("Other", Processing.EVIDENCE, null);
        var noted = new ReasonGiven("BC", null, "of the mother");
        erased().when("officer-a", new Refuse221g(A1, List.of(noted, other), null))
                .thenRejected(ERASED)
                .given("officer-a", new Refuse221g(A1, List.of(other), null))
                .given("officer-a", new WithdrawApplication(A1, STAND_IN))
                .thenState(ApplicationState.WITHDRAWN);
    }

    @Test
    void what_stands_in_the_way_without_the_erasure_is_told_first() {
        var story = erased().given("officer-a", refuse(A1, null));
        story.when("officer-b", new ReverseOwnRefusal(R1, "not mine")).thenRejected(NOT_ADJUDICATOR);
        Families.applied("2024-03-05")
                .given("admin", erase(A3, KEY))
                .when("officer-a", refuse(A1, null))
                .thenRejected(FACTUAL_BASIS_REQUIRED);
    }

    @Test
    void a_family_is_refused_with_a_member_who_was_erased() {
        Families.applied("2024-03-05")
                .given("admin", erase(A2, CONTENT))
                .given("officer-a", refuse(A1, "no means"))
                .thenAccepted();
    }

    @Test
    void the_reason_for_a_late_entry_is_kept_beside_those_only_who_were_not_erased() {
        var story = Families.applied("2024-03-05")
                .given("admin", erase(A2, CONTENT))
                .clock("2024-03-07T09:00")
                .whenLate("officer-a", refuse(A1, "no means"), "2024-03-05T10:00", "the line was down")
                .thenAccepted();
        assertThat(story.lastEvents())
                .filteredOn(it -> it.event() instanceof VisaRefused)
                .extracting(
                        it -> ((VisaRefused) it.event()).applicantId(),
                        it -> it.stamp().lateEntryReason())
                .containsExactly(tuple(A1, "the line was down"), tuple(A2, STAND_IN), tuple(A3, "the line was down"));
    }

    @Test
    void an_act_on_the_erased_is_entered_late_without_a_reason_and_not_with_one() {
        var story = erased().clock("2024-03-07T09:00");
        story.whenLate("officer-a", issue(), "2024-03-05T10:00", "the line was down")
                .thenRejected(ERASED);
        story.whenLate("officer-a", issue(), "2024-03-05T10:00", null).thenAccepted();
        assertThat(story.lastEvents().getFirst().stamp().lateEntryReason()).isEqualTo(STAND_IN);
    }

    @Test
    void what_an_import_says_where_no_reason_was_given_is_in_nobodys_words() {
        var story = erased().clock("2024-03-07T09:00");
        story.whenLate("officer-a", issue(), "2024-03-05T10:00", IMPORTED).thenAccepted();
        assertThat(story.lastEvents().getFirst().stamp().lateEntryReason()).isEqualTo(IMPORTED);
    }

    @Test
    void a_registration_is_reinstated_though_the_texts_of_the_case_are_gone() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00")
                .given("admin", erase(null, CONTENT));
        story.when("officer-a", reinstate()).thenRejected(ERASED);
        story.when("officer-a", new AddCaseNote(STAND_IN)).thenRejected(ERASED);
        story.given("officer-a", new ReinstateRegistration(null)).thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void counsel_is_recorded_in_no_words_of_the_case_neither_name_nor_address() {
        var story = CaseScenario.applied("2022-06-15").given("admin", erase(null, CONTENT));
        story.when("intake", new RecordCounsel(new Counsel(STAND_IN, "12 Main St")))
                .thenRejected(ERASED);
        story.when("intake", new RecordCounsel(new Counsel("Ann Lee", null))).thenRejected(ERASED);
        story.given("intake", new RecordCounsel(new Counsel(STAND_IN, null)));
    }

    @Test
    void of_the_erased_nothing_can_be_told_to_who_asks() {
        erased().given("officer-a", refuse(A1, null))
                .when("officer-a", new AnswerInquiry(A1, Requester.APPLICANT, STAND_IN))
                .thenRejected(ERASED);
    }

    @Test
    void what_may_be_done_and_what_would_follow_say_the_same() {
        var story = erased().given("officer-a", refuse(A1, null));
        var may = story.context(TestActors.named("officer-a"), null, null);
        assertThat(AvailableCommands.of(story.file(), may))
                .filteredOn(it ->
                        it.command() == CommandName.ReverseOwnRefusal || it.command() == CommandName.RefuseIneligible)
                .hasSize(2)
                .allMatch(AvailableCommands.Availability::allowed);
        assertThat(AvailableCommands.of(story.file(), may))
                .filteredOn(it -> it.command() == CommandName.AnswerInquiry)
                .singleElement()
                .satisfies(it -> assertThat(it.objection())
                        .isNotNull()
                        .satisfies(objection -> assertThat(objection.code()).isEqualTo(ERASED)));
        assertThat(supposed(story, new ReverseOwnRefusal(R1, "on reflection"))).isFalse();
        assertThat(supposed(story, new ReverseOwnRefusal(R1, STAND_IN))).isTrue();
    }

    private static boolean supposed(CaseScenario story, CaseCommand.ByPerson command) {
        var officer = TestActors.named("officer-a");
        var answer = WhatIf.ask(
                story.file(),
                TestPosts.all(),
                Policy.RECOMMENDED,
                story.context(officer, null, null).recordedAt(),
                List.of(new WhatIf.Supposed(command, officer, null, null)),
                null);
        return ((Followup) answer).outcomes().getFirst().rejection() == null;
    }
}
