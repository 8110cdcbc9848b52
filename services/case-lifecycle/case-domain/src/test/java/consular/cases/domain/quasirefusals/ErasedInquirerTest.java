package consular.cases.domain.quasirefusals;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.refusals.ClassEntryState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who only asked can be forgotten like who applied. Holds R-NIV-12. */
class ErasedInquirerTest extends QuasiRefusalsUnderTest {
    private static final Actor ADMIN = new Actor(new OfficerId("admin"), Role.ADMIN, false);

    private final QuasiRefusal asked = fold(accepted(record("212(a)(6)(E)", true)));

    private static QuasiRefusalDecision erase(QuasiRefusal inquiry, ErasureLevel level, String authority) {
        return QuasiRefusalDecider.decide(
                new ErasePersonalData(level, authority),
                inquiry,
                new QuasiRefusalContext(ID, ADMIN, MANILA, null, NOW, null, null, null));
    }

    private QuasiRefusal erased() {
        return after(asked, (Accepted) erase(asked, ErasureLevel.KEY, "DAA-0059-2020-0003"));
    }

    @Test
    void the_data_of_the_person_is_erased_under_an_authority_and_the_record_stays() {
        var decision = (Accepted) erase(asked, ErasureLevel.KEY, "DAA-0059-2020-0003");
        assertThat(types(decision)).containsExactly(InquirerDataErased.class);
        assertThat(decision.lines().getFirst().rules()).containsExactly(Rule.VISA_RECORDS_ARE_CONFIDENTIAL);
        assertThat(erased().stage()).isEqualTo(asked.stage());
        assertThat(erase(asked, ErasureLevel.KEY, "two\nlines")).isInstanceOf(Malformed.class);
    }

    @Test
    void a_lookout_that_waits_is_withdrawn_and_one_that_was_sent_is_not() {
        assertThat(asked.classEntry()).isEqualTo(ClassEntryState.QUEUED);
        assertThat(erased().classEntry()).isEqualTo(ClassEntryState.NONE);
        assertThat(QuasiRefusalView.of(erased()).lookout())
                .as("it was decided on")
                .isTrue();
        var sent = after(asked, (Accepted) acknowledge(asked));
        assertThat(after(sent, (Accepted) erase(sent, ErasureLevel.KEY, "an order"))
                        .classEntry())
                .isEqualTo(ClassEntryState.SENT);
    }

    /** The sender had the name in hand when the person was erased. */
    @Test
    void a_lookout_that_was_sent_the_moment_before_is_recorded_as_sent() {
        var sent = after(erased(), (Accepted) acknowledge(erased()));
        assertThat(sent.classEntry()).isEqualTo(ClassEntryState.SENT);
        assertThat(acknowledge(sent)).isInstanceOf(Malformed.class);
    }

    @Test
    void content_may_follow_the_key_and_nothing_else_may() {
        rejected(erase(erased(), ErasureLevel.KEY, "again"), RejectionCode.ERASED);
        var content = after(erased(), (Accepted) erase(erased(), ErasureLevel.CONTENT, "again"));
        rejected(erase(content, ErasureLevel.CONTENT, "again"), RejectionCode.ERASED);
        rejected(erase(content, ErasureLevel.KEY, "again"), RejectionCode.ERASED);
    }

    @Test
    void an_application_is_linked_late_all_the_same_but_no_words_are_kept() {
        rejected(linkLate("the line was down"), RejectionCode.ERASED);
        assertThat(linkLate(null))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        it -> assertThat(it.time().lateEntryReason()).isEqualTo(ErasedText.STAND_IN));
    }

    private QuasiRefusalDecision linkLate(@Nullable String reason) {
        return QuasiRefusalDecider.decide(
                new LinkApplication(CASE, A1),
                erased(),
                new QuasiRefusalContext(
                        ID,
                        OFFICER,
                        MANILA,
                        NOW,
                        NOW.plus(Duration.ofDays(2)),
                        reason,
                        null,
                        new FormalApplication(DAY)));
    }

    @Test
    void it_is_for_the_privacy_officer_alone() {
        assertThat(Role.values()).filteredOn(QuasiRefusalCommand::isForErasing).containsExactly(Role.ADMIN);
    }
}
