package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;

import consular.cases.application.audit.AuditTrail;
import consular.cases.web.api.AnswerTypes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The evidence behind the log; most of it is not JSON. */
final class AuditOperations {
    private static final String ROOT = "/api/v1/audit/";
    private static final String PROOF = "/api/v1/cases/{caseId}/proof";
    private static final String AUDIT = "Audit";

    private final AnswerSchemas answers;
    private final Paths paths;

    AuditOperations(AnswerSchemas answers, Paths paths) {
        this.answers = answers;
        this.paths = paths;
    }

    void add() {
        get(
                "checkpoint",
                operation("readCheckpoint", "The last signed checkpoint of the log", "text/plain", Schemas.text()));
        get(
                "key",
                operation("readLogKey", "The key to verify checkpoints with", "text/plain", Schemas.text()),
                NOT_FOUND);
        get(
                "proof/inclusion",
                json("proveInclusion", "Prove that an event is in the log", AuditTrail.Inclusion.class)
                        .addParametersItem(number("logIndex", "the event's `logIndex` in the history of its case")),
                NOT_FOUND);
        get(
                "proof/consistency",
                json("proveConsistency", "Prove that the log only grew", AuditTrail.Consistency.class)
                        .addParametersItem(number("from", "how many events the older log has"))
                        .addParametersItem(number("to", "how many events the newer log has")),
                NOT_FOUND);
        get(
                "export",
                operation(
                        "exportLog",
                        "The whole log with all evidence",
                        "application/zip",
                        Schemas.of("string", "binary")));
        new TileOperations(paths).add();
        var accesses =
                operation("readAccesses", "Who looked at what", "application/json", answers.page(AnswerTypes.ACCESS));
        accesses.addParametersItem(query("case", Schemas.uuid(), "a case or quasi-refusal that was shown or asked for"))
                .addParametersItem(query("user", Schemas.text(), "who asked"))
                .addParametersItem(query("from", Schemas.moment(), "not before this"))
                .addParametersItem(query("to", Schemas.moment(), "before this"))
                .addParametersItem(new Parameter().$ref("#/components/parameters/limit"))
                .addParametersItem(new Parameter().$ref("#/components/parameters/after"));
        get("accesses", accesses);
        var proof = operation("proveCase", "The evidence of one case", "application/json", caseFile());
        proof.addParametersItem(new Parameter().$ref("#/components/parameters/caseId"));
        ProblemResponses.add(
                proof.getResponses(), PROOF, List.of(FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND), List.of());
        paths.addPathItem(PROOF, new PathItem().get(proof));
    }

    private void get(String path, Operation operation, consular.cases.web.problem.ProblemCode... further) {
        var problems = new java.util.ArrayList<>(List.of(FORBIDDEN_ROLE, FORBIDDEN_POST));
        problems.addAll(Arrays.asList(further));
        ProblemResponses.add(operation.getResponses(), ROOT + path, problems, List.of());
        paths.addPathItem(ROOT + path, new PathItem().get(operation));
    }

    private Operation json(String id, String summary, Class<?> answer) {
        return operation(id, summary, "application/json", answers.of(answer));
    }

    static Operation operation(String id, String summary, String type, Schema<?> schema) {
        var answer = new ApiResponse()
                .description(summary)
                .content(new Content().addMediaType(type, new MediaType().schema(schema)));
        return new Operation()
                .operationId(id)
                .addTagsItem(AUDIT)
                .summary(summary)
                .responses(new ApiResponses().addApiResponse("200", answer));
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }

    private static Parameter number(String name, String description) {
        return new QueryParameter()
                .name(name)
                .required(true)
                .schema(Schemas.integer())
                .description(description);
    }

    /** As the verifier reads it: nothing secret, destroyed, one part, or one of each person. */
    private static Schema<Object> secret() {
        var part = Schemas.object();
        for (var member : List.of("ciphertext", "key_commitment", "salt")) {
            part.addProperty(member, Schemas.text());
            part.addRequiredItem(member);
        }
        var hash = Schemas.text();
        hash.setDescription("the hash of a part that was destroyed");
        var secret = Schemas.anyOf(Stream.of(
                part,
                Schemas.array(Schemas.anyOf(Stream.of(part, hash))),
                Schemas.choice(List.of("erased")),
                Schemas.of("null")));
        secret.setDescription("what is enciphered of it: one part, or a part for each person; null if it has none");
        return secret;
    }

    private static Schema<Object> caseFile() {
        var event = Schemas.object();
        event.addProperty("logIndex", Schemas.integer());
        event.addProperty("entry", Schemas.text());
        event.addProperty("clear", Schemas.text());
        event.addProperty("secret", secret());
        event.addProperty("proof", Schemas.array(Schemas.text()));
        event.setRequired(List.of("logIndex", "entry", "clear", "secret", "proof"));
        var file = Schemas.object();
        file.addProperty("streamId", Schemas.uuid());
        file.addProperty("checkpoint", Schemas.text());
        file.addProperty("events", Schemas.array(event));
        file.setRequired(List.of("streamId", "checkpoint", "events"));
        return file;
    }
}
