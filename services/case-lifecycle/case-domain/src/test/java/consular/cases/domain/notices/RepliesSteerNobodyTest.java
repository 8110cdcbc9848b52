package consular.cases.domain.notices;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.inquiries.InquiryFacts;
import consular.cases.domain.inquiries.InquiryReply;
import consular.cases.domain.inquiries.Standing;
import consular.cases.domain.inquiries.ToldRefusal;
import consular.cases.domain.law.Cause;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.Custody;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of letters holds of replies: whether to apply again is for the reader to decide. */
class RepliesSteerNobodyTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);

    static Stream<String> grounds() {
        return Stream.concat(
                IntStream.rangeClosed(1, 10).mapToObj(paragraph -> "212(a)(" + paragraph + ")"),
                Stream.of("212(e)", "212(f)", "214(b)", "214(l)", "221(g)", "222(g)"));
    }

    @ParameterizedTest
    @MethodSource("grounds")
    void on_any_ground(String ground) {
        for (var kind : FindingKind.values()) {
            if (kind.is221g() == ground.equals("221(g)")) {
                for (var standing : Standing.values()) {
                    var text = InquiryReply.text(
                            new InquiryFacts(true, "HR-17", standing, true, List.of(told(ground, kind))));
                    assertThat(text).contains("HR-17", "under INA " + ground + ".");
                    assertThat(SteeringPhrases.firstIn(FoldedText.words(text))).isEmpty();
                }
                var open = InquiryReply.text(
                        new InquiryFacts(true, "HR-17", Standing.OPEN, false, List.of(told(ground, kind))));
                assertThat(SteeringPhrases.firstIn(FoldedText.words(open))).isEmpty();
            }
        }
    }

    private static ToldRefusal told(String ground, FindingKind kind) {
        var refusal = refusal(ground, kind);
        return new ToldRefusal(refusal, refusal.findings());
    }

    private static Refusal refusal(String ground, FindingKind kind) {
        var entered = new NewFinding(
                new FindingId("F1"),
                ground,
                null,
                kind,
                false,
                false,
                null,
                "facts",
                true,
                true,
                false,
                DAY,
                null,
                null,
                null,
                null);
        return new Refusal(
                new RefusalId("R1"),
                new ApplicantId("a1"),
                new PostCode("MNL"),
                DAY,
                new OfficerId("officer-a"),
                true,
                FileCategory.of(List.of(new Ground(ground))),
                Notice.due(DAY),
                ClassEntry.NONE,
                Review.opened(ReviewClass.DISCRETIONARY, DAY, null),
                List.of(Finding.entered(entered, DAY)),
                Custody.BEGUN,
                new Cause(2, 2, DAY, ZoneOffset.UTC, true),
                List.of());
    }
}
