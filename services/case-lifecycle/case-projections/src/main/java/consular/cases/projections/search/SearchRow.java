package consular.cases.projections.search;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Issuance;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An applicant of a case as it is stored.
 *
 * @param numberKey the number in capitals, by which it is found and sorted
 * @param ordinal the place among the applicants of the case
 * @param names tokens for the words of the name; none once it was erased
 */
record SearchRow(
        String caseId,
        String caseNumber,
        String numberKey,
        String post,
        VisaCategory category,
        String visaClass,
        String applicantId,
        int ordinal,
        FamilyRole role,
        ApplicationState state,
        @Nullable LocalDate executedOn,
        @Nullable LocalDate refusedOn,
        @Nullable LocalDate issuedOn,
        List<String> officers,
        Set<String> names) {

    static List<SearchRow> of(CaseFile file, NameTokens tokens) {
        return IntStream.range(0, file.applicants().size())
                .mapToObj(ordinal -> of(file, ordinal, tokens))
                .toList();
    }

    private static SearchRow of(CaseFile file, int ordinal, NameTokens tokens) {
        var applicant = file.applicants().get(ordinal);
        var issuance = applicant.issuance();
        return new SearchRow(
                file.caseId().toString(),
                file.caseNumber(),
                key(file.caseNumber()),
                file.post().value(),
                file.category(),
                file.visaClass(),
                applicant.applicantId().value(),
                ordinal,
                applicant.person().role(),
                applicant.state(),
                applicant.executedOn(),
                applicant.refusals().isEmpty()
                        ? null
                        : applicant.refusals().getLast().refusedOn(),
                issuance == null ? null : issuance.issuedOn(),
                officers(applicant, issuance),
                file.personal().isErased(applicant.applicantId()) ? Set.of() : tokens.of(applicant.person()));
    }

    private static List<String> officers(Applicant applicant, @Nullable Issuance issuance) {
        return Stream.concat(
                        applicant.refusals().stream().map(Refusal::officer),
                        Stream.ofNullable(issuance).map(Issuance::officer))
                .map(Object::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** The same letters in capitals or not are the same number. */
    static String key(String caseNumber) {
        return caseNumber.toUpperCase(Locale.ROOT);
    }
}
