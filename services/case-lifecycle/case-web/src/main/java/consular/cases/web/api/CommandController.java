package consular.cases.web.api;

import consular.cases.application.CaseCommands;
import consular.cases.application.CommandAnswer;
import consular.cases.application.Submission;
import consular.cases.domain.CommandName;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes every command. What is wrong is answered in the order that the contract gives: role, case, post, form; the rest
 * is decided where the case is.
 */
@Resource
@OpenTo(Audience.GIVERS)
class CommandController {
    private static final String CASES = Resource.ROOT + "/cases";
    private static final String DRY_RUN = "dryRun";

    private final CaseCommands commands;
    private final CaseAccess access;

    CommandController(CaseCommands commands, CaseAccess access) {
        this.commands = commands;
        this.access = access;
    }

    @PostMapping(path = "/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswerBody> register(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var actor = person.require(CommandName.RegisterCase::isFor);
        var parameters = Parameters.of(request, DRY_RUN);
        var body = JsonBody.read(request);
        if (body.get("post") instanceof StringNode post) {
            person.requirePost(new PostCode(post.stringValue()));
        }
        var caseId = new CaseId(UUID.randomUUID());
        var submission = submission(CommandName.RegisterCase, caseId, actor, CASES, body, request);
        if (parameters.flag(DRY_RUN)) {
            return ResponseEntity.ok(CommandAnswerBody.of(commands.dryRun(submission)));
        }
        var answer = commands.submit(submission);
        return stored(ResponseEntity.created(URI.create(CASES + "/" + answer.caseId())), answer);
    }

    @PostMapping(path = "/cases/{caseId}/commands/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswerBody> command(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String caseId,
            @PathVariable String command,
            HttpServletRequest request) {
        var name = CommandBodies.named(command).orElseThrow(() -> ApiException.notFound("there is no such command"));
        var actor = CaseAccess.giver(person, name).orElseGet(() -> person.require(name::isFor));
        var id = access.id(caseId);
        if (!person.everyPost()) {
            access.require(person, id);
        }
        try {
            var parameters = Parameters.of(request, DRY_RUN);
            var path = CASES + "/" + id + "/commands/" + name;
            var submission = submission(name, id, actor, path, JsonBody.read(request), request);
            return parameters.flag(DRY_RUN)
                    ? ResponseEntity.ok(CommandAnswerBody.of(commands.dryRun(submission)))
                    : stored(ResponseEntity.ok(), commands.submit(submission));
        } catch (ApiException malformed) {
            if (malformed.code() == ProblemCode.MALFORMED_REQUEST) {
                // 404 goes before 400; looked up only now, because a good command finds out by itself
                access.require(person, id);
            }
            throw malformed;
        }
    }

    private static Submission submission(
            CommandName name, CaseId caseId, Actor actor, String path, ObjectNode body, HttpServletRequest request) {
        var expectedVersion = CommandHeaders.expectedVersion(request);
        var key = CommandHeaders.key(request)
                .map(text -> CommandHeaders.commandKey(actor.officer().value(), text, path, body));
        var given = CommandBodies.bind(name, body);
        return new Submission(
                given.command(),
                caseId,
                actor,
                given.effectiveAt(),
                given.lateEntryReason(),
                expectedVersion,
                key.orElse(null));
    }

    /** The answer to a command that is kept; a dry run changes no version, so it carries none of these. */
    private static ResponseEntity<CommandAnswerBody> stored(ResponseEntity.BodyBuilder response, CommandAnswer answer) {
        response.eTag("\"" + answer.version() + "\"").header(CommandHeaders.VERSION, String.valueOf(answer.version()));
        if (answer.replayed()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(CommandAnswerBody.of(answer));
    }
}
