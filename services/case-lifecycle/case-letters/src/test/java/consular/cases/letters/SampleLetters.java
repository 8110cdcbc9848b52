package consular.cases.letters;

import static consular.cases.domain.ineligibility.RefusalReason.*;
import static consular.cases.domain.notices.NoticeExtent.FULL;
import static consular.cases.domain.notices.NoticeExtent.LIMITED_CITATION;
import static consular.cases.domain.visas.VisaCategory.IMMIGRANT;
import static consular.cases.domain.visas.VisaCategory.NONIMMIGRANT;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFacts.InquiryAnswer;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFacts.Reinstatement;
import consular.cases.letters.facts.LetterFacts.Reversal;
import consular.cases.letters.facts.LetterFacts.Termination;
import consular.cases.letters.facts.LetterFacts.TerminationWarning;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterFinding.FollowsFamily;
import consular.cases.letters.facts.LetterFinding.Ineligible;
import consular.cases.letters.facts.LetterFinding.Missing;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.facts.LetterHead;
import consular.cases.letters.facts.YearToAct;
import consular.cases.letters.facts.YearToAct.Since;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One occasion for every kind of ground and combination of clauses, by name. */
public final class SampleLetters {
    static final LocalDate REFUSED = LocalDate.of(2024, 3, 5);
    private static final String BASIS = "On February 1, 2024 you said under oath that you had never been married.";
    static final Missing CERTIFICATE = new Missing(BIRTH_CERTIFICATE, true, false);
    static final Missing TAXES = new Missing(TAX_RECORDS, false, true);

    private SampleLetters() {}

    /** The occasions, told to somebody who reads a language. */
    public static Map<String, LetterFacts> in(Language language) {
        var all = new TreeMap<String, LetterFacts>();
        samples().forEach((name, facts) -> all.put(name, facts.apply(head(language))));
        return all;
    }

    private static Map<String, Function<LetterHead, LetterFacts>> samples() {
        var all = new TreeMap<String, Function<LetterHead, LetterFacts>>();
        immigrants(all);
        nonimmigrants(all);
        registrations(all);
        all.put("inquiry-concurred", head -> inquiry(head, true));
        all.put("inquiry-not-concurred", head -> inquiry(head, false));
        reversals(all);
        all.putAll(LateSamples.letters());
        return all;
    }

    private static void immigrants(Map<String, Function<LetterHead, LetterFacts>> all) {
        all.put("iv-212a-waiver", head -> iv(head, FULL, true, ineligible("212(a)(6)(C)(i)", false, true)));
        all.put("iv-212a-no-waiver", head -> iv(head, FULL, true, ineligible("212(a)(2)(C)", false, false)));
        all.put("iv-212a-classified", head -> iv(head, FULL, true, ineligible("212(a)(3)(B)", true, false)));
        all.put("iv-212a-limited", head -> iv(head, LIMITED_CITATION, true, ineligible("212(a)(3)(B)", false, true)));
        all.put("iv-212a-and-documents", head -> ineligibleWithDocuments(head, FULL));
        all.put("iv-212a-limited-and-documents", head -> ineligibleWithDocuments(head, LIMITED_CITATION));
        all.put("iv-212a-diversity", head -> iv(head, FULL, false, ineligible("212(a)(4)", false, false)));
        all.put(
                "iv-212a-several-and-212e",
                head -> iv(
                        head,
                        FULL,
                        true,
                        ineligible("212(a)(4)", false, false),
                        ineligible("212(a)(9)(B)(i)(II)", true, true),
                        ineligible("212(e)", false, true)));
        all.put("iv-212e", head -> iv(head, FULL, true, ineligible("212(e)", false, true)));
        all.put("iv-221g-documents-petition", head -> iv(head, FULL, true, CERTIFICATE, TAXES));
        all.put(
                "iv-221g-documents-diversity",
                head -> iv(head, FULL, false, CERTIFICATE, new Missing(OATH, false, false)));
        for (var unnamed : List.of(NO_SHOW, POST_SPECIFIC_ACTION, OTHER)) {
            all.put(
                    "iv-221g-" + unnamed.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    head -> iv(head, FULL, true, new Missing(unnamed, false, false)));
        }
        all.put("iv-221g-processing-petition", head -> iv(head, FULL, true, new Processing()));
        all.put("iv-221g-processing-diversity", head -> iv(head, FULL, false, new Processing()));
        all.put("iv-221g-documents-and-processing", head -> iv(head, FULL, true, CERTIFICATE, new Processing()));
        all.put("iv-221g-family-petition", head -> iv(head, FULL, true, new FollowsFamily()));
        all.put("iv-221g-family-diversity", head -> iv(head, FULL, false, new FollowsFamily()));
        all.put(
                "iv-221g-opinion-and-review",
                head -> refusal(head, FULL, IMMIGRANT, true, null, true, true, null, new Processing()));
        all.put(
                "iv-221g-own-wording",
                head -> refusal(head, FULL, IMMIGRANT, true, null, false, false, ownWording(head), CERTIFICATE));
    }

    private static void nonimmigrants(Map<String, Function<LetterHead, LetterFacts>> all) {
        all.put("niv-221g-documents", head -> niv(head, CERTIFICATE));
        all.put("niv-221g-processing", head -> niv(head, new Processing()));
        all.put("niv-212a-waiver", head -> niv(head, ineligible("212(a)(9)(B)(i)(I)", false, true)));
        all.put("niv-212a-no-waiver", head -> niv(head, ineligible("212(a)(3)(A)(i)", false, false)));
        all.put("niv-212e", head -> niv(head, ineligible("212(e)", false, true)));
        all.put("niv-214b", head -> niv(head, new Ineligible(new Ground("214(b)"), null, false, false)));
        for (var other : List.of("212(f)", "214(l)", "222(g)")) {
            all.put(
                    "niv-" + other.replaceAll("[()]", ""),
                    head -> niv(head, new Ineligible(new Ground(other), BASIS, false, false)));
        }
    }

    private static void registrations(Map<String, Function<LetterHead, LetterFacts>> all) {
        var terminated = LocalDate.of(2025, 3, 6);
        var reinstateBy = LocalDate.of(2026, 3, 5);
        for (var kind : TerminationKind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.put(
                    "reinstatement-" + name,
                    head -> new Reinstatement(head, kind, terminated, reinstateBy, LocalDate.of(2027, 3, 5), true));
        }
        years().forEach((name, year) -> {
            var kind = year.since() == Since.REFUSAL ? TerminationKind.TERM_B : TerminationKind.TERM_A;
            all.put("warning-" + name, head -> new TerminationWarning(head, year, lastDay(year, 1)));
            all.put(
                    "termination-" + name,
                    head -> new Termination(
                            head,
                            NoticeIssuer.of(kind),
                            year,
                            lastDay(year, 1).plusDays(1),
                            lastDay(year, 2),
                            kind == TerminationKind.TERM_A ? LocalDate.of(2026, 3, 4) : null,
                            true));
        });
        all.put(
                "termination-after-its-window",
                head -> new Termination(
                        head,
                        NoticeIssuer.POST,
                        new YearToAct(Since.REFUSAL, REFUSED, null, 0),
                        LocalDate.of(2026, 7, 2),
                        reinstateBy,
                        null,
                        true));
        all.put(
                "reinstatement-no-clock",
                head -> new Reinstatement(head, TerminationKind.TERM_B, terminated, reinstateBy, null, false));
    }

    private static void reversals(Map<String, Function<LetterHead, LetterFacts>> all) {
        for (var then : ApplicationThen.values()) {
            all.put(
                    "reversal-" + then.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    head -> new Reversal(head, REFUSED, LocalDate.of(2024, 4, 2), true, then));
        }
        all.put(
                "reversal-first-notice",
                head -> new Reversal(head, REFUSED, LocalDate.of(2024, 4, 2), false, ApplicationThen.OPEN));
    }

    private static LocalDate lastDay(YearToAct year, int years) {
        var from = year.reinstatedOn() == null ? year.on() : year.reinstatedOn();
        return from.plusYears(years).plusDays(year.daysStood());
    }

    private static Map<String, YearToAct> years() {
        var reinstated = LocalDate.of(2024, 3, 5);
        return Map.of(
                "term-a", new YearToAct(Since.NOTICE, REFUSED, null, 0),
                "term-a-missed-interview", new YearToAct(Since.MISSED_INTERVIEW, REFUSED, null, 0),
                "term-a-follow-up", new YearToAct(Since.FOLLOW_UP, REFUSED, null, 0),
                "term-a-follow-up-stood", new YearToAct(Since.FOLLOW_UP, REFUSED, null, 40),
                "term-a-reinstated", new YearToAct(Since.NOTICE, LocalDate.of(2022, 2, 1), reinstated, 0),
                "term-a-stood", new YearToAct(Since.NOTICE, LocalDate.of(2024, 3, 4), null, 131),
                "term-a-stood-one-day", new YearToAct(Since.MISSED_INTERVIEW, REFUSED, null, 1),
                "term-b", new YearToAct(Since.REFUSAL, REFUSED, null, 0),
                "term-b-reinstated", new YearToAct(Since.REFUSAL, LocalDate.of(2022, 2, 1), reinstated, 0));
    }

    static LetterHead head(Language language) {
        return new LetterHead(
                language,
                "Manila",
                "MNL2024012345",
                "Maria Santos",
                new Counsel("Juan dela Cruz", "12 Roxas Boulevard\nManila"),
                LocalDate.of(2024, 3, 5));
    }

    static Refusal iv(LetterHead head, NoticeExtent extent, boolean petitionBased, LetterFinding... findings) {
        return refusal(head, extent, IMMIGRANT, petitionBased, LocalDate.of(2025, 3, 5), false, false, null, findings);
    }

    private static Refusal niv(LetterHead head, LetterFinding finding) {
        var noNewFeeUntil = finding.ground().kind() == GroundKind.SECTION_221G ? LocalDate.of(2025, 3, 5) : null;
        return refusal(head, FULL, NONIMMIGRANT, false, noNewFeeUntil, true, false, null, finding);
    }

    private static Refusal refusal(
            LetterHead head,
            NoticeExtent extent,
            VisaCategory category,
            boolean petitionBased,
            @Nullable LocalDate noNewFeeUntil,
            boolean review,
            boolean opinion,
            @Nullable String ownWording,
            LetterFinding... findings) {
        var visaClass = category == NONIMMIGRANT ? "B2" : petitionBased ? "IR1" : "DV1";
        return new Refusal(
                head,
                extent,
                category,
                visaClass,
                petitionBased,
                REFUSED,
                Stream.of(findings)
                        .map(finding -> new FindingThen(finding, FindingStatus.ACTIVE))
                        .toList(),
                List.of(),
                ApplicationThen.REFUSED,
                noNewFeeUntil,
                category == NONIMMIGRANT && List.of(findings).contains(CERTIFICATE) ? noNewFeeUntil : null,
                false,
                review,
                opinion,
                ownWording);
    }

    private static Refusal ineligibleWithDocuments(LetterHead head, NoticeExtent extent) {
        var plain = iv(head, extent, true, ineligible("212(a)(4)", false, false));
        return new Refusal(
                head,
                extent,
                plain.category(),
                plain.visaClass(),
                true,
                plain.refusedOn(),
                plain.findings(),
                List.of(CERTIFICATE, TAXES),
                plain.then(),
                plain.noNewFeeUntil(),
                null,
                false,
                false,
                false,
                null);
    }

    static Ineligible ineligible(String ground, boolean classified, boolean waiver) {
        return new Ineligible(new Ground(ground), BASIS, classified, waiver);
    }

    private static String ownWording(LetterHead head) {
        var refused = switch (head.language()) {
            case ENGLISH -> "We have refused your application under section 221(g).\nBring the birth certificate.";
            case SPANISH -> "Hemos denegado su solicitud según la sección 221(g).\nTraiga el acta de nacimiento.";
        };
        return refused + "\n\n" + FixedSentence.ESTA.text().replace(" this", "\nthis") + " "
                + FixedSentence.TERMINATION_OF_THE_PETITION.text();
    }

    private static InquiryAnswer inquiry(LetterHead head, boolean concurred) {
        var reply = """
                This answers your inquiry HR-17 about the visa application of Maria Santos.

                The application for a visa of class B2 was refused on March 5, 2024 under INA 214(b).

                INA 214(b) presumes, with exceptions that it names, that every applicant for a nonimmigrant visa intends to\
                 immigrate, until the applicant shows an entitlement to nonimmigrant status. Evidence of ties to a residence\
                 abroad can help to show it: for example family, employment, study, property or other obligations to which the\
                 applicant is bound to return. The consular officer weighs the circumstances of each applicant.\
                """
                + (concurred ? "\n\nA supervisory consular officer reviewed the refusal and concurred with it." : "");
        return new InquiryAnswer(head, Requester.CONGRESSIONAL, "HR-17", reply);
    }
}
