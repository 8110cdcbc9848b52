package consular.cases.letters.facts;

import consular.cases.domain.people.Counsel;
import consular.cases.letters.document.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every letter of a case has.
 *
 * @param postCity the city of the post that handles the case
 * @param applicant the name of the applicant, to whom the letter goes
 * @param counsel the attorney of record, who receives a copy; null when there is none
 * @param date the post-local day of the letter
 */
public record LetterHead(
        Language language,
        String postCity,
        String caseNumber,
        String applicant,
        @Nullable Counsel counsel,
        LocalDate date) {}
