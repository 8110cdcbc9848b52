package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;
import static consular.cases.web.problem.ProblemCode.NOT_YET_VISIBLE;

import consular.cases.application.SimulationClock;
import consular.cases.domain.CaseView;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import consular.cases.projections.advisoryopinions.RequestedOpinion;
import consular.cases.projections.classentries.RefusalInClass;
import consular.cases.projections.decisionsdue.DecisionDue;
import consular.cases.projections.documentreturns.DocumentReturn;
import consular.cases.projections.feewindows.FeeWindow;
import consular.cases.projections.noticesdue.NoticeDue;
import consular.cases.projections.report28.Report28;
import consular.cases.projections.reviewreport.ReviewStatistics;
import consular.cases.projections.reviews.RefusalReview;
import consular.cases.projections.terminations.RegistrationTermination;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Everything but the commands. */
final class ReadOperations {
    private static final String ROOT = "/api/v1/";
    private static final Set<String> DAYS = Set.of("from", "to");
    private static final String TAG = "#/components/headers/ETag";

    private final AnswerSchemas answers;
    private final Paths paths;

    ReadOperations(AnswerSchemas answers, Paths paths) {
        this.answers = answers;
        this.paths = paths;
    }

    void add(boolean simulation) {
        cases();
        posts();
        for (var name : ReadModelName.values()) {
            readModel(name);
        }
        log();
        operations();
        if (simulation) {
            clock();
        }
    }

    private void cases() {
        var view = tagged("readCase", "The case as it is, was, or was known", answers.of(CaseView.class));
        parameters(view, "caseId", "version", "asOf", "axis", "If-None-Match");
        view.getResponses().addApiResponse("304", new ApiResponse().description("The client has this version already"));
        get("cases/{caseId}", view, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND);
        caseList("events", "readHistory", "Its history, by sequence", AnswerTypes.HISTORY_ITEM);
        caseList("deadlines", "readDeadlines", "Every clock of the case, and why", AnswerTypes.DEADLINE_ITEM);
        caseList("commands", "readCommands", "What the caller may do now, and why not", AnswerTypes.COMMAND_ITEM);
        caseList("letters", "readLetters", "Its letters, in each language", AnswerTypes.LETTER_ITEM);
        LetterOperations.addTo(paths);
    }

    private void caseList(String below, String id, String summary, Class<?> item) {
        var operation = tagged(id, summary, answers.page(item));
        parameters(operation, "caseId", "limit", "after");
        get("cases/{caseId}/" + below, operation, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND);
    }

    private void posts() {
        var posts = operation("readPosts", "Posts", "Every post, by code", answers.page(AnswerTypes.POST_ITEM));
        parameters(posts, "limit", "after");
        get("posts", posts);
        var calendar = operation(
                "readCalendar",
                "Posts",
                "Whether the post works on each day of a range of at most 51 years, and why; holidays are known from"
                        + " 1990 to 2100",
                answers.page(CalendarDay.class));
        parameters(calendar, "code");
        calendar.addParametersItem(query("from", Schemas.day(), "the first day").required(true));
        calendar.addParametersItem(query("to", Schemas.day(), "the last day").required(true));
        get("posts/{code}/calendar", calendar, NOT_FOUND);
    }

    private void readModel(ReadModelName name) {
        var operation = operation(
                "read-" + name.path().replace('/', '-'), "Read models", summary(name), answers.page(row(name)));
        operation.description(description(name));
        // clients may wait for a version with atLeast
        operation.addExtension("x-eventually-consistent", true);
        parameters(operation, "post", "limit", "after", "atLeast");
        name.filters().stream()
                .sorted()
                .forEach(filter -> operation.addParametersItem(query(
                        filter,
                        DAYS.contains(filter) || filter.endsWith("Before") ? Schemas.day() : Schemas.text(),
                        meaning(filter))));
        get(name.path(), operation, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_YET_VISIBLE);
    }

    private static String meaning(String filter) {
        return switch (filter) {
            case "from" -> "the first day, post-local";
            case "to" -> "the last day, post-local";
            case "fiscalYear" -> "the fiscal year, by the year it ends in, such as 2024";
            default -> "only rows that have it; a day is meant as strictly before";
        };
    }

    private static String summary(ReadModelName name) {
        return switch (name) {
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
        };
    }

    private static String description(ReadModelName name) {
        return switch (name) {
            case FEE_WINDOWS ->
                "One row for each finding, whatever became of it, which `findingStatus` says. `status` is of the"
                    + " window of that finding, at the time of asking: COVERED when evidence is in or the finding was"
                    + " closed by `feeWindowEnd`, when it was reversed, or when a new application and fee took its"
                    + " place; LAPSED once that day has passed without; else OPEN. The `feeStatus` of the applicant"
                    + " follows the most favourable window of the findings that stand.";
            case TERMINATIONS -> "One row for each registration; a clock that was met or stopped has none.";
            case REVIEWS -> "Without `state`, the reviews that are open. High priority first: not straightforward.";
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
        };
    }

    private static Class<?> row(ReadModelName name) {
        return switch (name) {
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
        };
    }

    private void log() {
        var log = operation(
                "readLog",
                "Log",
                "The whole log in order, as CloudEvents 1.0; filtered by post, a page may be short and have a next",
                answers.page(AnswerTypes.CLOUD_EVENT));
        parameters(log, "post", "limit", "after", "atLeast");
        get("events", log, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_YET_VISIBLE);
    }

    private void operations() {
        var rebuild = operation(
                "rebuildReadModels",
                "Operations",
                "Rebuild the read models from the log while the old ones serve",
                new ApiResponse()
                        .content(json(answers.of(RebuildReport.class)))
                        .addHeaderObject(
                                "Idempotency-Replayed",
                                new Header().$ref("#/components/headers/Idempotency-Replayed")));
        rebuild.description("Takes no body; one that is sent counts only as a part of the request of the key.");
        parameters(rebuild, "Idempotency-Key");
        ProblemResponses.add(
                rebuild.getResponses(),
                ROOT + "admin/read-models/rebuild",
                List.of(
                        FORBIDDEN_ROLE,
                        ProblemCode.REBUILD_UNDER_WAY,
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        ProblemCode.IDEMPOTENCY_KEY_REUSED),
                List.of());
        paths.addPathItem(ROOT + "admin/read-models/rebuild", new PathItem().post(rebuild));
        get(
                "admin/read-models/comparison",
                operation(
                        "compareReadModels",
                        "Operations",
                        "Compare the rows that serve with rows made anew",
                        answers.of(AnswerTypes.COMPARISON)),
                FORBIDDEN_ROLE,
                ProblemCode.REBUILD_UNDER_WAY);
        get(
                "admin/read-models/status",
                operation("readModelStatus", "Operations", "How far the read models are", answers.of(Status.class)),
                FORBIDDEN_ROLE);
    }

    private void clock() {
        var read = operation("readClock", "Simulation", "What the clock shows", answers.of(AnswerTypes.CLOCK));
        ProblemResponses.add(read.getResponses(), ROOT + "simulation/clock", List.of(), List.of());
        var set = operation(
                        "setClock",
                        "Simulation",
                        "Set the clock; answers when every deadline due by then has been acted on",
                        answers.of(SimulationClock.Result.class))
                .requestBody(
                        new RequestBody().required(true).content(json(BodySchemas.of(Shapes.of(AnswerTypes.CLOCK)))));
        ProblemResponses.add(
                set.getResponses(),
                ROOT + "simulation/clock",
                List.of(FORBIDDEN_ROLE, ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE),
                List.of());
        paths.addPathItem(ROOT + "simulation/clock", new PathItem().get(read).put(set));
    }

    private void get(String path, Operation operation, ProblemCode... problems) {
        ProblemResponses.add(operation.getResponses(), ROOT + path, Arrays.asList(problems), List.of());
        paths.addPathItem(ROOT + path, new PathItem().get(operation));
    }

    private static Operation operation(String id, String tag, String summary, Schema<?> answer) {
        return operation(id, tag, summary, new ApiResponse().content(json(answer)));
    }

    /** An operation on a case, whose answer carries the version. */
    private static Operation tagged(String id, String summary, Schema<?> answer) {
        return operation(
                id,
                "Cases",
                summary,
                new ApiResponse().content(json(answer)).addHeaderObject("ETag", new Header().$ref(TAG)));
    }

    private static Operation operation(String id, String tag, String summary, ApiResponse answer) {
        return new Operation()
                .operationId(id)
                .addTagsItem(tag)
                .summary(summary)
                .parameters(new ArrayList<>())
                .responses(new ApiResponses().addApiResponse("200", answer.description(summary)));
    }

    private static void parameters(Operation operation, String... names) {
        for (var name : names) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
        }
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
