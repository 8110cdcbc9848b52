package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.RecordCounsel;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.letters.document.LetterKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replies to inquiries as letters. */
class InquiryLettersTest extends CaseLettersTestBase {

    @BeforeEach
    void refused() {
        ineligible();
        itIs("2024-03-20T10:00");
    }

    @Test
    void each_reply_is_a_letter_of_its_day_to_whoever_asked() {
        answer(Requester.CONGRESSIONAL, "HR-17");
        itIs("2024-03-21T10:00");
        answer(Requester.APPLICANT, "mail of today");
        assertThat(ids()).containsExactly("R1", "inquiry-1", "inquiry-2");
        assertThat(letters().all().get(1)).satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(LetterKind.INQUIRY_REPLY);
            assertThat(letter.issue()).isEqualTo(1);
            assertThat(letter.refusalId()).isNull();
            assertThat(letter.date()).isEqualTo("2024-03-20");
        });
        assertThat(text("inquiry-1"))
                .contains("March 20, 2024", "HR-17", "212(a)(4)")
                .doesNotContain("Maria Santos");
        assertThat(text("inquiry-2")).contains("March 21, 2024", "To: Maria Santos", "mail of today");
        assertThat(text("inquiry-1", 1)).isEqualTo(text("inquiry-1"));
        assertThat(letters().find("inquiry-3", null)).isEmpty();
    }

    @Test
    void counsel_who_asks_is_named_and_nobody_gets_a_copy() {
        give(Role.ADJUDICATOR, new RecordCounsel(new Counsel("L. Cruz", "Makati")));
        answer(Requester.CONGRESSIONAL, "HR-17");
        answer(Requester.COUNSEL, "C-1");
        give(Role.ADJUDICATOR, new RecordCounsel(null));
        assertThat(text("inquiry-1")).doesNotContain("L. Cruz", "MNL1");
        assertThat(text("inquiry-2")).contains("To: L. Cruz").doesNotContain("Makati");
        assertThat(letters().all().getLast().counsel()).isNull();
    }

    @Test
    void a_reply_that_tells_more_than_the_department_came_to_allow_is_no_letter_any_more() {
        answer(Requester.APPLICANT, "first");
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(ids()).containsExactly("R1");
        answer(Requester.APPLICANT, "second");
        assertThat(ids()).containsExactly("R1", "inquiry-2");
        assertThat(text("inquiry-2")).contains("second", "212(a)").doesNotContain("212(a)(4)");
    }

    @Test
    void a_reply_about_a_refusal_that_the_department_has_suppressed_is_no_letter_any_more() {
        answer(Requester.APPLICANT, "first");
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.NO_NOTICE, "D-1"));
        assertThat(ids()).isEmpty();
    }

    private void answer(Requester requester, String reference) {
        give(Role.ADJUDICATOR, new AnswerInquiry(A1, requester, reference));
    }
}
