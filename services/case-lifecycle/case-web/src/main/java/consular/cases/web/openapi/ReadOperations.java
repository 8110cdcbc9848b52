package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;
import static consular.cases.web.problem.ProblemCode.NOT_YET_VISIBLE;

import consular.cases.application.PersonKeys;
import consular.cases.application.SimulationClock;
import consular.cases.domain.CaseView;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.Parameters;
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

/** Everything but the commands. */
final class ReadOperations {
    private static final String ROOT = "/api/v1/";
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
        LogOperation.addTo(paths, answers);
        new AuditOperations(answers, paths).add();
        operations();
        new DeadLetterDescriptions(answers, paths).add();
        new SubscriptionOperations(answers, paths).add();
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
        commands();
        caseList("letters", "readLetters", "Its letters, in each language", AnswerTypes.LETTER_ITEM);
        LetterOperations.addTo(paths);
    }

    private void caseList(String below, String id, String summary, Class<?> item) {
        var operation = tagged(id, summary, answers.page(item));
        parameters(operation, "caseId", "limit", "after");
        get("cases/{caseId}/" + below, operation, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND);
    }

    private void commands() {
        var operation = tagged(
                "readCommands", "What the caller may do now, and why not", answers.page(AnswerTypes.COMMAND_ITEM));
        parameters(operation, "caseId", "after");
        var all = SharedParts.limit(Parameters.HIGHEST_LIMIT);
        operation.addParametersItem(query("limit", all, "how many at most; all, where nothing is said")
                .example(Parameters.HIGHEST_LIMIT));
        get("cases/{caseId}/commands", operation, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND);
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
                "read-" + name.path().replace('/', '-'),
                "Read models",
                ReadModelTexts.summary(name),
                answers.page(ReadModelTexts.row(name)));
        operation.description(ReadModelTexts.description(name));
        // clients may wait for a version with atLeast
        operation.addExtension("x-eventually-consistent", true);
        parameters(operation, "post", "limit", "after", "atLeast");
        name.filters().stream()
                .sorted()
                .forEach(filter -> operation.addParametersItem(query(
                        filter,
                        ReadModelTexts.isDay(filter) ? Schemas.day() : Schemas.text(),
                        ReadModelTexts.meaning(filter))));
        get(name.path(), operation, FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_YET_VISIBLE, ProblemCode.CASE_HELD_BACK);
        if (!name.personalFilters().isEmpty()) {
            SearchOperation.addTo(paths, operation);
        }
    }

    private void operations() {
        keyed(
                "admin/read-models/rebuild",
                "rebuildReadModels",
                "Rebuild the read models from the log while the old ones serve",
                RebuildReport.class,
                List.of(
                        FORBIDDEN_ROLE,
                        ProblemCode.REBUILD_UNDER_WAY,
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        ProblemCode.IDEMPOTENCY_KEY_REUSED));
        keyed(
                "admin/keys/rotate",
                "rotateKeys",
                "Wrap the keys of all persons anew, under the newest version of the key-encryption key; those that do"
                        + " not open are passed over and counted",
                PersonKeys.Rotation.class,
                List.of(FORBIDDEN_ROLE, ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.IDEMPOTENCY_KEY_REUSED));
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

    private void keyed(
            String path, String id, String summary, Class<? extends Record> answer, List<ProblemCode> problems) {
        var operation = operation(
                id,
                "Operations",
                summary,
                new ApiResponse()
                        .content(json(answers.of(answer)))
                        .addHeaderObject(
                                "Idempotency-Replayed",
                                new Header().$ref("#/components/headers/Idempotency-Replayed")));
        operation.description("Takes no body; one that is sent counts only as a part of the request of the key.");
        parameters(operation, "Idempotency-Key");
        ProblemResponses.add(operation.getResponses(), ROOT + path, problems, List.of());
        paths.addPathItem(ROOT + path, new PathItem().post(operation));
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
        paths.computeIfAbsent(ROOT + path, _ -> new PathItem()).get(operation);
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
