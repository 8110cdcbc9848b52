package consular.cases.domain.quasirefusals;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who was told why, and then applies after all: the inquiry is linked to the application. */
class LinkedApplicationTest extends QuasiRefusalsUnderTest {

    @Test
    void an_application_that_follows_is_linked_and_ends_it() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", true)));
        var linked = (Accepted) link(inquiry, new FormalApplication(DAY), null);
        assertThat(types(linked)).containsExactly(FormalApplicationLinked.class);
        assertThat(linked.lines().getFirst().rules()).containsExactly(Rule.NO_INFORMAL_REFUSAL_AFTER_APPLICATION);
        var after = (QuasiRefusal) QuasiRefusalDecider.evolve(
                inquiry, linked.lines().getFirst().event(), linked.time().effectiveAt());
        assertThat(QuasiRefusalView.of(after).state()).isEqualTo(QuasiRefusalStage.FORMAL_APPLICATION);
        assertThat(QuasiRefusalView.of(after).application())
                .isEqualTo(new QuasiRefusalView.LinkedApplication(CASE, A1, DAY));
        rejected(link(after, new FormalApplication(DAY), null), RejectionCode.ALREADY_FORMAL);
    }

    /** A link on the next day orders what comes after it. */
    @Test
    void what_comes_later_moves_the_time_before_which_nothing_takes_effect() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var tomorrow = NOW.plusSeconds(86_400);
        var link = new FormalApplicationLinked(ID, new PostCode("MNL"), CASE, A1, DAY.plusDays(1));
        assertThat(((QuasiRefusal) QuasiRefusalDecider.evolve(inquiry, link, tomorrow)).orderedUntil())
                .isEqualTo(tomorrow);
        assertThat(((QuasiRefusal) QuasiRefusalDecider.evolve(inquiry, link, NOW.minusSeconds(1))).orderedUntil())
                .isEqualTo(NOW);
    }

    @Test
    void a_link_takes_effect_on_a_day_that_the_calendars_cover() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var before = new QuasiRefusalContext(
                ID,
                OFFICER,
                MANILA,
                Instant.parse("1999-01-01T00:00:00Z"),
                NOW,
                "long ago",
                null,
                new FormalApplication(DAY));
        assertThat(QuasiRefusalDecider.decide(new LinkApplication(CASE, A1), inquiry, before))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.pointer()).isEqualTo("/effectiveAt"));
    }

    @Test
    void only_an_application_that_was_executed_is_linked() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        rejected(link(inquiry, new FormalApplication(null), null), RejectionCode.NOT_EXECUTED);
        rejected(link(inquiry, new FormalApplication(DAY.plusDays(1)), null), RejectionCode.NOT_EXECUTED);
        assertThat(link(inquiry, null, null)).isInstanceOf(Malformed.class);
    }

    /** Whoever applies anew in a case has executed the first application long before. */
    @Test
    void an_application_in_a_case_that_was_begun_before_the_inquiry_is_linked() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        assertThat(link(inquiry, new FormalApplication(DAY.minusDays(1)), null)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_link_is_in_order_and_on_the_version_last_seen() {
        var inquiry = fold(accepted(record("212(a)(6)(E)", false)));
        var before = new QuasiRefusalContext(
                ID, OFFICER, MANILA, NOW.minusSeconds(1), NOW, null, null, new FormalApplication(DAY));
        rejected(
                QuasiRefusalDecider.decide(new LinkApplication(CASE, A1), inquiry, before), RejectionCode.OUT_OF_ORDER);
        assertThat(link(inquiry, new FormalApplication(DAY), 2L)).isEqualTo(new Stale(2, 3));
        assertThat(link(inquiry, new FormalApplication(DAY), 3L)).isInstanceOf(Accepted.class);
    }

    @Test
    void nothing_is_linked_to_an_inquiry_that_nobody_made() {
        assertThat(link(QuasiRefusalDecider.initialState(), new FormalApplication(DAY), null))
                .isInstanceOf(Malformed.class);
    }
}
