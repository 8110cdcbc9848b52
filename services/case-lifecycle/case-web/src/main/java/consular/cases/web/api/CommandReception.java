package consular.cases.web.api;

import consular.cases.application.CaseCommands;
import consular.cases.application.CommandAnswer;
import consular.cases.application.Submission;
import consular.cases.domain.CommandName;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The one place where commands are taken in, alone or in a batch. What is wrong is answered in the order that the contract
 * gives: role, case, post, form; the rest is decided where the case is.
 */
@Component
final class CommandReception {
    static final String CASES = Resource.ROOT + "/cases";

    private final CaseCommands commands;
    private final CaseAccess access;

    CommandReception(CaseCommands commands, CaseAccess access) {
        this.commands = commands;
        this.access = access;
    }

    /** Registers a case. */
    ResponseEntity<CommandAnswerBody> register(SignedIn person, CommandForm form) {
        var actor = person.require(CommandName.RegisterCase::isFor);
        var dryRun = form.dryRun();
        var body = form.body();
        if (body.get("post") instanceof StringNode post) {
            person.requirePost(new PostCode(post.stringValue()));
        }
        var caseId = new CaseId(UUID.randomUUID());
        var submission = submission(CommandName.RegisterCase, caseId, actor, CASES, body, form);
        if (dryRun) {
            return ResponseEntity.ok(CommandAnswerBody.of(commands.dryRun(submission)));
        }
        var answer = commands.submit(submission);
        return stored(ResponseEntity.created(URI.create(CASES + "/" + answer.caseId())), answer);
    }

    /** Gives a command on a registered case. */
    ResponseEntity<CommandAnswerBody> give(SignedIn person, CommandForm form) {
        var name = CommandBodies.named(form.command())
                .orElseThrow(() -> ApiException.notFound("there is no such command"));
        var actor = CaseAccess.giver(person, name).orElseGet(() -> person.require(name::isFor));
        var id = form.caseId();
        if (!person.everyPost()) {
            access.require(person, id);
        }
        try {
            var dryRun = form.dryRun();
            var submission = submission(name, id, actor, path(id, name.name()), form.body(), form);
            return dryRun
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

    /** The path of a command on a case. */
    static String path(CaseId caseId, String command) {
        return CASES + "/" + caseId + "/commands/" + command;
    }

    private static Submission submission(
            CommandName name, CaseId caseId, Actor actor, String path, ObjectNode body, CommandForm form) {
        var expectedVersion = form.expectedVersion();
        var key =
                form.key().map(text -> CommandHeaders.commandKey(actor.officer().value(), text, path, body));
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
