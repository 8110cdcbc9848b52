package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents that are missing when an applicant is found ineligible are named, and nothing else comes of them. Holds R-TRM-04. */
class MissingDocumentsTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    private static RefuseIneligible refuse(@Nullable String basis, String... missing) {
        return new RefuseIneligible(
                A1, List.of(new GroundGiven("212(a)(4)", basis, true, false, false)), null, List.of(missing));
    }

    @Test
    void Q_09_are_named_with_the_refusal_in_their_one_spelling() {
        manila.given("officer-a", refuse("facts", "original petitioner Affidavit of Support", "tax records"));
        assertThat(manila.refusal("R1").missingDocuments()).containsExactly("pet Or AOS", "Tax");
        assertThat(((VisaRefused) manila.line(VisaRefused.class).event()).missingDocuments())
                .containsExactly("pet Or AOS", "Tax");
    }

    @Test
    void Q_09_make_no_finding_and_start_no_year() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuseCurable("212(a)(4)"));
        manila.given("officer-a", refuse("facts", "AOS", "Tax"));
        assertThat(manila.refusal("R1").findings()).singleElement().satisfies(it -> {
            assertThat(it.ground()).isEqualTo("212(a)(4)");
            assertThat(it.terminateFrom()).isNull();
        });
        for (var kind : DeadlineKind.values()) {
            assertThat(manila.deadlines(kind)).as(kind.name()).isEqualTo(story.deadlines(kind));
        }
        assertThat(manila.deadlines(DeadlineKind.TERM_B)).isEmpty();
        manila.clock("2025-03-06T09:00").thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void what_is_missing_under_221g_gives_way_as_ever() {
        manila.given("officer-a", refuse221g("AOS")).given("officer-a", refuse("facts", "AOS"));
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(manila.refusal("R1").missingDocuments()).isEmpty();
        assertThat(manila.refusal("R2").missingDocuments()).containsExactly("AOS");
    }

    @Test
    void where_none_are_named_the_record_names_none() {
        manila.given("officer-a", refuse("facts"));
        assertThat(((VisaRefused) manila.line(VisaRefused.class).event()).missingDocuments())
                .isNull();
        assertThat(manila.refusal("R1").missingDocuments()).isEmpty();
    }

    @Test
    void are_documents_of_the_standard_list() {
        for (var other : List.of("NBI clearance", "SAO", "Medical exam", "Other")) {
            manila.when("officer-a", refuse("facts", "BC", other)).thenRejected(UNKNOWN_REASON);
        }
        manila.when("officer-a", refuse("facts", "Or FPU")).thenRejected(PREFIX_NOT_APPLICABLE);
    }

    /** As at a refusal under 221(g). */
    @Test
    void an_unknown_name_is_told_before_a_prefix_and_a_prefix_before_what_is_no_document() {
        manila.when("officer-a", refuse("facts", "Or FPU", "NBI clearance")).thenRejected(UNKNOWN_REASON);
        manila.when("officer-a", refuse("facts", "SAO", "Or FPU")).thenRejected(PREFIX_NOT_APPLICABLE);
    }

    @Test
    void are_told_to_the_applicant_who_asks_while_the_refusal_stands_and_to_no_third_party() {
        manila.given("officer-a", refuse("facts", "Or BC", "Tax"));
        assertThat(reply(Requester.APPLICANT)).contains("Documents on record as missing besides: Or BC; Tax.");
        assertThat(reply(Requester.CONGRESSIONAL)).doesNotContain("missing", "Or BC", "Tax");
        manila.given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("supervisor-a", adviseOfficer("R1"));
        assertThat(reply(Requester.APPLICANT)).contains("reversed").doesNotContain("missing", "Or BC");
    }

    @Test
    void are_told_to_nobody_where_the_citation_is_limited() {
        manila.given("officer-a", refuse("facts", "Or BC"))
                .given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION));
        assertThat(reply(Requester.APPLICANT)).contains("212(a)").doesNotContain("missing", "Or BC");
    }

    private String reply(Requester requester) {
        return manila.given("officer-a", answer(requester))
                .all(InquiryAnswered.class)
                .getLast()
                .text();
    }

    @Test
    void are_named_once_and_after_all_else_that_stands_in_the_way() {
        manila.when("officer-a", refuse("facts", "Tax", "tax records")).thenRejected(DUPLICATE_REASON);
        manila.when("officer-a", refuse("facts", "Tax", "Or Tax")).thenAccepted();
        CaseScenario.applied("2024-03-05")
                .when("officer-a", refuse(null, "Tax", "Tax"))
                .thenRejected(FACTUAL_BASIS_REQUIRED);
    }

    @Test
    void may_be_named_of_whoever_was_erased() {
        manila.given("admin", erase(A1, ErasureLevel.CONTENT)).given("officer-a", refuse(null, "Tax"));
        assertThat(manila.refusal("R1").missingDocuments()).containsExactly("Tax");
    }
}
