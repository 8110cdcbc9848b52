package consular.cases.web.openapi;

import consular.cases.projections.ReadModelName;
import consular.cases.projections.advisoryopinions.RequestedOpinion;
import consular.cases.projections.classentries.RefusalInClass;
import consular.cases.projections.decisionsdue.DecisionDue;
import consular.cases.projections.documentreturns.DocumentReturn;
import consular.cases.projections.feewindows.FeeWindow;
import consular.cases.projections.noticesdue.NoticeDue;
import consular.cases.projections.refusalrate.AdjustedRefusalRate;
import consular.cases.projections.report28.Report28;
import consular.cases.projections.reviewreport.ReviewStatistics;
import consular.cases.projections.reviews.RefusalReview;
import consular.cases.projections.search.FoundCase;
import consular.cases.projections.terminations.RegistrationTermination;
import java.util.Set;

/** What the description says of each read model, its rows and its filters. */
final class ReadModelTexts {
    private static final Set<String> DAYS = Set.of("from", "to");

    private ReadModelTexts() {}

    /** Whether a filter is a day. */
    static boolean isDay(String filter) {
        return DAYS.contains(filter) || filter.endsWith("Before") || filter.endsWith("From") || filter.endsWith("To");
    }

    static String meaning(String filter) {
        return switch (filter) {
            case "number" -> "the whole number of the case, in capitals or not";
            case "visaClass" -> "the symbol of the class, such as IR1";
            case "appliedFrom" -> "applied on that day or later, post-local";
            case "appliedTo" -> "applied on that day or earlier, post-local";
            case "refusedFrom" -> "refused last on that day or later, post-local";
            case "refusedTo" -> "refused last on that day or earlier, post-local";
            case "issuedFrom" -> "given a visa on that day or later, post-local";
            case "issuedTo" -> "given a visa on that day or earlier, post-local";
            case "from" -> "the first day, post-local";
            case "to" -> "the last day, post-local";
            case "fiscalYear" -> "the fiscal year, by the year it ends in, such as 2024";
            case "reversedAs" ->
                "REVERSED, the default, counts what was reversed apart; OVERCOME adds it to the overcome, as the"
                        + " published table does";
            default -> "only rows that have it; a day is meant as strictly before";
        };
    }

    static String summary(ReadModelName name) {
        return switch (name) {
            case CASES -> "Cases, by their number";
            case FEE_WINDOWS -> "Findings and their fee windows";
            case TERMINATIONS -> "Registrations with a running or passed 203(g) clock";
            case REVIEWS -> "The supervisors' queue";
            case DECISIONS_DUE -> "Applications that await a decision, overdue first";
            case ADVISORY_OPINIONS -> "Advisory opinions and their next follow-up";
            case NOTICES_DUE -> "Refusals of which the applicant is still to be told, overdue first";
            case CLASS_ENTRIES -> "Refusals that go to CLASS, and what it has acknowledged";
            case DOCUMENT_RETURNS -> "Documents that are held, and when they are to go back";
            case REPORT_28 -> "Report 28: findings made, overcome, waived and reversed, and immigrant visas issued";
            case REVIEW_REPORT -> "How the reviews of refusals ended, and how long they took";
            case ADJUSTED_REFUSAL_RATE -> "The adjusted refusal rate of nonimmigrant visas";
        };
    }

    static String description(ReadModelName name) {
        return switch (name) {
            case CASES ->
                "One item for each case of which an applicant has all that the filters ask for: `state` is that of the"
                    + " application, `officer` who ever refused or issued, `post` where the case is now. `applicants`"
                    + " are those who have it, and not the rest of the family. Nobody is named, and nobody can be"
                    + " looked for by name here, since addresses are kept in logs: that is `POST"
                    + " /api/v1/cases:search`, and a name in the query is 400. For every role but DASHBOARD.";
            case FEE_WINDOWS ->
                "One row for each finding, whatever became of it, which `findingStatus` says. `status` is of the"
                    + " window of that finding, at the time of asking: COVERED when evidence is in or the finding was"
                    + " closed by `feeWindowEnd`, when it was reversed, or when a new application and fee took its"
                    + " place; LAPSED once that day has passed without; else OPEN. The `feeStatus` of the applicant"
                    + " follows the most favourable window of the findings that stand.";
            case TERMINATIONS -> "One row for each registration; a clock that was met or stopped has none.";
            case REVIEWS ->
                "Without `state`, the reviews that are open. High priority first: not straightforward. A visa that was"
                        + " selected for review has no `refusalId`, and the day of issuing as its `target`.";
            case DECISIONS_DUE -> "One row for each application executed and undecided, or reopened.";
            case ADVISORY_OPINIONS ->
                "One row for each opinion asked for, the awaited first. `refusalId` is the refusal of the finding that"
                        + " the officer asked on, or the one that the reviewer referred, which has no `findingId`.";
            case NOTICES_DUE ->
                "One row for each refusal whose notice is DUE or ORAL_GIVEN. `overdue` says that the alarm has gone"
                        + " off, as the case has recorded it (NoticeOverdue, on `alarmOn`); `dueOn` is the day of the"
                        + " refusal.";
            case CLASS_ENTRIES ->
                "One row for each formal refusal on INA 212(a), the oldest first, also when its deletion was"
                        + " requested. The lookouts of quasi-refusals, which are no refusals and belong to no case, are"
                        + " not in it.";
            case DOCUMENT_RETURNS ->
                "One row for each refusal that evidence may overcome and whose documents are held, the DUE first, then"
                        + " by `returnBy`. SUSPENDED: an advisory opinion is awaited, or the refusal was entered late.";
            case REPORT_28 ->
                "One row for each fiscal year, post and ground of immigrant cases, each event at the post where the"
                    + " case was then; the visas of a post are in a row whose `ground` is null. Findings are counted,"
                    + " not persons, each event in the fiscal year of its post-local day: what was found in one year"
                    + " and overcome in the next counts in both, and is never netted back.";
            case REVIEW_REPORT ->
                "One row for each post that refused and refusing officer, over the reviews with an outcome from the day"
                        + " `from` to the day `to`, both included.";
            case ADJUSTED_REFUSAL_RATE ->
                "One row for each fiscal year, post and class of nonimmigrant visas. A person counts once in a year"
                    + " and class, whatever the number of cases, by the last answer of the year and at its post:"
                    + " `issued`, or `refused` if that refusal stood at the end of its day; one that was overcome and"
                    + " not decided anew is in neither. Persons are the same by name, day of birth and nationality."
                    + " `rate` is the refused among both.";
        };
    }

    static Class<?> row(ReadModelName name) {
        return switch (name) {
            case CASES -> FoundCase.class;
            case FEE_WINDOWS -> FeeWindow.class;
            case TERMINATIONS -> RegistrationTermination.class;
            case REVIEWS -> RefusalReview.class;
            case DECISIONS_DUE -> DecisionDue.class;
            case ADVISORY_OPINIONS -> RequestedOpinion.class;
            case NOTICES_DUE -> NoticeDue.class;
            case CLASS_ENTRIES -> RefusalInClass.class;
            case DOCUMENT_RETURNS -> DocumentReturn.class;
            case REPORT_28 -> Report28.class;
            case REVIEW_REPORT -> ReviewStatistics.class;
            case ADJUSTED_REFUSAL_RATE -> AdjustedRefusalRate.class;
        };
    }
}
