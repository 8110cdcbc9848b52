package consular.cases.projections.refusalrate;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseProgress;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.FiscalYear;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Closing;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last thing that a nonimmigrant was told in one case in a fiscal year, as it is stored. What came before it in that year
 * leaves no trace.
 *
 * @param person stands for who it is, the same in every case of that person
 * @param post where it was done
 * @param actedAt when it took effect, which orders the cases of a person
 * @param ordinal tells what was done at one time apart, ascending
 */
record LastActionRow(
        String caseId,
        String applicantId,
        String person,
        int fiscalYear,
        String visaClass,
        String post,
        LocalDate actedOn,
        Instant actedAt,
        int ordinal,
        Action action) {

    private static final Comparator<LastActionRow> IN_TIME =
            Comparator.comparing(LastActionRow::actedAt).thenComparingInt(LastActionRow::ordinal);

    /** Of nonimmigrant cases only; immigrants are in report 28. */
    static List<LastActionRow> of(CaseFile file, Identities identities) {
        return switch (file.category()) {
            case IMMIGRANT -> List.of();
            case NONIMMIGRANT ->
                file.applicants().stream()
                        .flatMap(applicant -> lastOfEachYear(file, applicant, identities.of(applicant, file)))
                        .toList();
        };
    }

    private static Stream<LastActionRow> lastOfEachYear(CaseFile file, Applicant applicant, String person) {
        Map<Integer, LastActionRow> last = new HashMap<>();
        actions(file, applicant, person)
                .forEach(row ->
                        last.merge(row.fiscalYear, row, (one, other) -> IN_TIME.compare(one, other) > 0 ? one : other));
        return last.values().stream().sorted(Comparator.comparingInt(LastActionRow::fiscalYear));
    }

    private static Stream<LastActionRow> actions(CaseFile file, Applicant applicant, String person) {
        var refusals = applicant.refusals();
        var refused = Stream.iterate(0, i -> i < refusals.size(), i -> i + 1)
                .flatMap(i -> actions(file, applicant, person, refusals.get(i), 2 * i));
        return Stream.concat(refused, issued(file, applicant, person).stream());
    }

    private static Stream<LastActionRow> actions(
            CaseFile file, Applicant applicant, String person, Refusal refusal, int ordinal) {
        var refused = row(
                file,
                applicant,
                person,
                refusal.post(),
                refusal.refusedOn(),
                timeOf(file, refusal),
                ordinal,
                Action.REFUSED);
        var cleared = refusal.findings().stream()
                .filter(LastActionRow::isCleared)
                .flatMap(finding -> Stream.ofNullable(finding.closing()))
                .max(Comparator.comparing(Closing::at))
                .filter(closing -> !isRefusedAt(closing.at(), applicant, file))
                .map(closing -> row(
                        file,
                        applicant,
                        person,
                        closing.post(),
                        closing.countedOn(),
                        closing.at(),
                        ordinal + 1,
                        Action.CLEARED));
        return Stream.concat(Stream.of(refused), cleared.stream());
    }

    /** When the act of a person that refused took effect. */
    private static Instant timeOf(CaseFile file, Refusal refusal) {
        return file.progress().acts().stream()
                .filter(act -> act.decision() == refusal.cause().decision())
                .map(CaseProgress.ActOfPerson::at)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCleared(Finding finding) {
        return switch (finding.status()) {
            case OVERCOME, WAIVED, REVERSED -> true;
            case ACTIVE, SUPERSEDED -> false;
        };
    }

    /** Whether anything stood once an act of that time had taken effect; by the hour, for posts reckon their days apart. */
    private static boolean isRefusedAt(Instant at, Applicant applicant, CaseFile file) {
        return applicant.refusals().stream()
                .filter(refusal -> !timeOf(file, refusal).isAfter(at))
                .flatMap(refusal -> refusal.findings().stream())
                .anyMatch(finding -> standsAfter(at, finding));
    }

    private static boolean standsAfter(Instant at, Finding finding) {
        var closing = finding.closing();
        return closing == null || closing.at().isAfter(at);
    }

    private static Optional<LastActionRow> issued(CaseFile file, Applicant applicant, String person) {
        var decision = applicant.decision();
        var decidedOn = decision == null ? null : decision.countedOn();
        var actedAt = decision == null ? null : decision.actedAt();
        var decidedAt = decision == null ? null : decision.decidedAt();
        return applicant.state() == ApplicationState.ISSUED && decidedOn != null && actedAt != null && decidedAt != null
                ? Optional.of(
                        row(file, applicant, person, decidedAt, decidedOn, actedAt, Integer.MAX_VALUE, Action.ISSUED))
                : Optional.empty();
    }

    private static LastActionRow row(
            CaseFile file,
            Applicant applicant,
            String person,
            PostCode post,
            LocalDate on,
            Instant at,
            int ordinal,
            Action action) {
        return new LastActionRow(
                file.caseId().toString(),
                applicant.applicantId().value(),
                person,
                FiscalYear.of(on),
                file.visaClass(),
                post.value(),
                on,
                at,
                ordinal,
                action);
    }
}
