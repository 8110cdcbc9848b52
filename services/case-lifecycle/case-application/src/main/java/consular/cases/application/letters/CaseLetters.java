package consular.cases.application.letters;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.letters.Letters;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.facts.LetterHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The letters of one case. Personal data. */
public final class CaseLetters {
    private final CaseFile file;
    private final Posts posts;
    private final List<Occasion> occasions;

    private CaseLetters(CaseFile file, Posts posts, List<Occasion> occasions) {
        this.file = file;
        this.posts = posts;
        this.occasions = occasions;
    }

    /**
     * The letters that a history gives rise to.
     *
     * @param posts those at which the case has been
     */
    public static CaseLetters of(List<RecordedEvent> history, Posts posts) {
        var file = Folds.of(history);
        return new CaseLetters(
                file,
                posts,
                Stream.of(
                                RefusalOccasions.of(history, file),
                                RegistrationOccasions.of(history, file),
                                InquiryOccasions.of(history, file))
                        .flatMap(Function.identity())
                        .toList());
    }

    /** Every letter, in each of its issues: those about refusals, oldest first, then those about the registration, then replies. */
    public List<CaseLetter> all() {
        return occasions.stream().map(Occasion::letter).toList();
    }

    /**
     * The letter with that id; empty when the case has none such.
     *
     * @param issue which of its issues; null for the latest, or for what it would say while it has not been issued
     */
    public Optional<CaseLetter> find(String letterId, @Nullable Integer issue) {
        return all().stream()
                .filter(letter -> letter.letterId().equals(letterId))
                .filter(letter -> issue == null || issue.equals(letter.issue()))
                .reduce((_, later) -> later);
    }

    /** Writes one of these letters; empty when there is nothing to write. */
    public Optional<Letter> write(CaseLetter letter, Language language) {
        return occasions.stream()
                .filter(occasion -> occasion.letter().equals(letter))
                .findFirst()
                .flatMap(occasion -> Letters.write(occasion.facts().apply(head(occasion, language))));
    }

    /** Whether that is a refusal of which the Department has no notice given, so that there is no letter. */
    public boolean isSuppressed(String letterId) {
        return file.refusals()
                .anyMatch(refusal -> refusal.refusalId().value().equals(letterId)
                        && refusal.notice().state() == NoticeState.SUPPRESSED);
    }

    private LetterHead head(Occasion occasion, Language language) {
        var letter = occasion.letter();
        var then = occasion.then();
        var city = posts.find(occasion.post()).orElseThrow().city();
        return new LetterHead(
                language, city, then.caseNumber(), nameOf(letter.applicantId(), then), letter.counsel(), letter.date());
    }

    private static String nameOf(ApplicantId applicantId, CaseFile then) {
        var person = then.applicant(applicantId).orElseThrow().person();
        // Of whoever was erased, both say so; once is enough.
        return person.dateOfBirth() == null ? person.familyName() : person.givenName() + " " + person.familyName();
    }
}
