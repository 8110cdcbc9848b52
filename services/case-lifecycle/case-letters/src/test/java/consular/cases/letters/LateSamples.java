package consular.cases.letters;

import static consular.cases.domain.refusals.FindingStatus.ACTIVE;
import static consular.cases.domain.refusals.FindingStatus.OVERCOME;
import static consular.cases.domain.refusals.FindingStatus.REVERSED;
import static consular.cases.domain.refusals.FindingStatus.SUPERSEDED;
import static consular.cases.domain.refusals.FindingStatus.WAIVED;
import static consular.cases.letters.SampleLetters.CERTIFICATE;
import static consular.cases.letters.SampleLetters.TAXES;
import static consular.cases.letters.SampleLetters.ineligible;

import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFinding.Ineligible;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.facts.LetterHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Notices of a refusal of which not all stands any more, or of whose application or registration something has become. */
final class LateSamples {
    private LateSamples() {}

    static Map<String, Function<LetterHead, LetterFacts>> letters() {
        var all = new TreeMap<String, Function<LetterHead, LetterFacts>>();
        for (var then : ApplicationThen.values()) {
            var status = switch (then) {
                case OPEN, AWAITS_REINSTATEMENT, ISSUED, UNTOLD -> OVERCOME;
                case REFUSED -> SUPERSEDED;
                case REFUSED_WITHOUT_REGISTRATION, REGISTRATION_ENDED, LAPSED, WITHDRAWN -> ACTIVE;
            };
            all.put(
                    "late-221g-" + then.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    head -> late(head, then, new FindingThen(CERTIFICATE, status)));
        }
        all.put(
                "late-221g-in-part",
                head -> late(
                        head,
                        ApplicationThen.REFUSED,
                        new FindingThen(CERTIFICATE, OVERCOME),
                        new FindingThen(TAXES, ACTIVE)));
        all.put(
                "late-221g-end-untold",
                head -> late(head, ApplicationThen.UNTOLD, new FindingThen(new Processing(), null)));
        all.put(
                "late-212a-waived",
                head -> late(
                        head,
                        ApplicationThen.OPEN,
                        new FindingThen(ineligible("212(a)(4)", false, true), WAIVED),
                        new FindingThen(ineligible("212(e)", false, true), OVERCOME)));
        all.put(
                "late-212a-reversed",
                head -> late(
                        head,
                        ApplicationThen.OPEN,
                        new FindingThen(ineligible("212(a)(6)(C)(i)", false, true), REVERSED)));
        return all;
    }

    static Refusal late(LetterHead head, ApplicationThen then, FindingThen... findings) {
        return late(head, NoticeExtent.FULL, then, findings);
    }

    static Refusal late(LetterHead head, NoticeExtent extent, ApplicationThen then, FindingThen... findings) {
        return new Refusal(
                head,
                extent,
                VisaCategory.IMMIGRANT,
                "IR1",
                true,
                SampleLetters.REFUSED,
                List.of(findings),
                findings[0].finding() instanceof Ineligible ? List.of(TAXES) : List.of(),
                then,
                LocalDate.of(2025, 3, 5),
                null,
                false,
                false,
                false,
                null);
    }
}
