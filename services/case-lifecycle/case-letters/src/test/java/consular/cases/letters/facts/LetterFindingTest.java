package consular.cases.letters.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.letters.facts.LetterFinding.Ineligible;
import consular.cases.letters.facts.LetterFinding.Missing;
import consular.cases.letters.facts.LetterFinding.Processing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterFindingTest {

    @Test
    void an_annotation_is_read_with_its_prefixes() {
        assertThat(LetterFinding.of(finding("221(g)", "pet Or BC", FindingKind.DOCUMENT)))
                .isEqualTo(new Missing(RefusalReason.BIRTH_CERTIFICATE, true, true));
        assertThat(LetterFinding.of(finding("221(g)", "Oath", FindingKind.APPLICANT_ACTION)))
                .isEqualTo(new Missing(RefusalReason.OATH, false, false));
    }

    @Test
    void processing_is_told_without_its_reason() {
        assertThat(LetterFinding.of(finding("221(g)", "SAO", FindingKind.ADMIN_PROCESSING)))
                .isEqualTo(new Processing());
    }

    @Test
    void any_other_ground_comes_with_its_facts() {
        assertThat(LetterFinding.of(finding("212(a)(4)", null, FindingKind.SUBSTANTIVE)))
                .isEqualTo(new Ineligible(new Ground("212(a)(4)"), "basis", true, true));
    }

    @Test
    void one_who_waits_for_the_family_is_not_asked_for_anything_under_other() {
        assertThat(LetterFinding.of(finding("221(g)", "Other", FindingKind.FOLLOWS_FAMILY)))
                .isEqualTo(new LetterFinding.FollowsFamily());
    }

    @Test
    void an_annotation_that_is_not_a_standard_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LetterFinding.of(finding("221(g)", "cédula", FindingKind.DOCUMENT)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LetterFinding.of(finding("221(g)", null, FindingKind.DOCUMENT)));
    }

    private static NewFinding finding(String ground, @Nullable String annotation, FindingKind kind) {
        return new NewFinding(
                new FindingId("F1"),
                ground,
                annotation,
                kind,
                false,
                false,
                null,
                "basis",
                false,
                true,
                true,
                LocalDate.of(2025, 3, 5),
                null,
                null,
                null,
                null);
    }
}
