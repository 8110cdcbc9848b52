package consular.cases.web.api;

import consular.cases.application.letters.CaseLetter;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.LetterKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter in one language, and where to read it. */
record LetterItem(
        String letterId,
        @Nullable Integer issue,
        LetterKind kind,
        @Nullable RefusalId refusalId,
        ApplicantId applicantId,
        LocalDate date,
        String language,
        String title,
        List<LetterAddressee> addressees,
        String href) {

    static LetterItem of(CaseLetter letter, String title, Language language, String href) {
        return new LetterItem(
                letter.letterId(),
                letter.issue(),
                letter.kind(),
                letter.refusalId(),
                letter.applicantId(),
                letter.date(),
                language.tag(),
                title,
                LetterAddressee.of(letter),
                href);
    }
}
