package consular.cases.domain.notices;

import static consular.cases.domain.notices.NoticeExtent.FULL;
import static consular.cases.domain.notices.NoticeExtent.LIMITED_CITATION;
import static consular.cases.domain.notices.NoticeExtent.SUPPRESSED;
import static consular.cases.domain.notices.Requester.APPLICANT;
import static consular.cases.domain.notices.Requester.CONGRESSIONAL;
import static consular.cases.domain.notices.Requester.COUNSEL;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.Ground;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryReplyTest {
    private static final String CONCURRED =
            "A supervisory consular officer reviewed the refusal and concurred with it.";

    @Test
    void a_congressional_office_is_told_the_ground_the_presumption_and_what_may_show_otherwise() {
        assertThat(reply(CONGRESSIONAL, FULL, false, "214(b)"))
                .startsWith("This answers your inquiry HR-17 about the visa application of Ana Ruiz.\n\n"
                        + "The application for a visa of class B2 was refused on June 3, 2024 under INA 214(b).\n\n")
                .contains(
                        "presumes, with exceptions that it names, that every applicant for a nonimmigrant visa intends")
                .contains("Evidence of ties to a residence abroad can help");
    }

    @Test
    void a_supervisors_concurrence_is_told_only_if_there_was_one() {
        assertThat(reply(CONGRESSIONAL, FULL, true, "214(b)")).endsWith("\n\n" + CONCURRED);
        assertThat(reply(CONGRESSIONAL, FULL, false, "214(b)")).doesNotContain("supervis", "concur");
    }

    @Test
    void the_applicant_is_addressed_as_such_and_counsel_is_not() {
        assertThat(reply(APPLICANT, FULL, false, "221(g)"))
                .contains("about your visa application")
                .doesNotContain("Ruiz");
        assertThat(reply(COUNSEL, FULL, false, "221(g)")).contains("the visa application of Ana Ruiz");
    }

    @Test
    void no_more_is_told_than_in_the_notice() {
        assertThat(reply(CONGRESSIONAL, LIMITED_CITATION, false, "212(a)(3)(B)", "212(a)(2)(A)"))
                .contains("under INA 212(a).")
                .doesNotContain("(3)", "(2)");
        assertThat(reply(CONGRESSIONAL, SUPPRESSED, false, "212(a)(3)(B)"))
                .contains("was refused on June 3, 2024.")
                .doesNotContain("212");
    }

    @Test
    void several_grounds_are_all_named_and_each_explained() {
        assertThat(InquiryReply.paragraphs(facts(COUNSEL, FULL, false, "212(a)(4)", "212(e)")))
                .hasSize(4)
                .element(1)
                .asString()
                .contains("INA 212(a)(4), INA 212(e)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"212(a)(4)", "212(e)", "221(g)", "214(b)", "212(f)", "214(l)", "222(g)"})
    void every_ground_is_explained_without_steering_the_reader(String ground) {
        var text = reply(APPLICANT, FULL, true, ground);
        assertThat(text).contains("INA " + ground + " ");
        assertThat(SteeringPhrases.firstIn(FoldedText.words(text))).isEmpty();
    }

    @Test
    void the_facts_of_a_reply_have_no_place_for_anything_else_of_a_visa_record() {
        assertThat(Arrays.stream(InquiryFacts.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly(
                        "requester",
                        "reference",
                        "applicantName",
                        "visaClass",
                        "refusedOn",
                        "grounds",
                        "extent",
                        "supervisorConcurred");
    }

    private static String reply(Requester requester, NoticeExtent extent, boolean concurred, String... grounds) {
        return InquiryReply.text(facts(requester, extent, concurred, grounds));
    }

    private static InquiryFacts facts(Requester requester, NoticeExtent extent, boolean concurred, String... grounds) {
        return new InquiryFacts(
                requester,
                "HR-17",
                "Ana Ruiz",
                "B2",
                LocalDate.of(2024, 6, 3),
                Arrays.stream(grounds).map(Ground::new).toList(),
                extent,
                concurred);
    }
}
