package consular.cases.web.api;

import consular.cases.application.QuasiRefusalAnswer;
import consular.cases.application.QuasiRefusalCommands;
import consular.cases.application.QuasiRefusalHistory;
import consular.cases.application.QuasiRefusalSubmission;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.quasirefusals.QuasiRefusalState;
import consular.cases.domain.quasirefusals.QuasiRefusalView;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import consular.cases.web.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** People who asked before they applied. Problems come in the same order as those of a command on a case. */
@Resource
@OpenTo(Audience.GIVERS)
class QuasiRefusalController {
    private static final String ROOT = Resource.ROOT + "/quasi-refusals";
    private static final String DRY_RUN = "dryRun";

    private final QuasiRefusalCommands commands;
    private final QuasiRefusalHistory history;
    private final CaseAccess cases;

    QuasiRefusalController(QuasiRefusalCommands commands, QuasiRefusalHistory history, CaseAccess cases) {
        this.commands = commands;
        this.history = history;
        this.cases = cases;
    }

    @PostMapping(path = "/quasi-refusals", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QuasiRefusalAnswerBody> record(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var actor = person.require(QuasiRefusalCommand::isFor);
        var parameters = Parameters.of(request, DRY_RUN);
        var tree = JsonBody.read(request);
        if (tree.get("post") instanceof StringNode post) {
            person.requirePost(new PostCode(post.stringValue()));
        }
        var body = BodyBinder.bind(QuasiRefusalBodies.RecordBody.class, QuasiRefusalBodies.RECORD, tree);
        var command = body.command();
        if (command.applicant() != null) {
            requireCase(person, command.applicant().caseId(), "/applicant/caseId");
        }
        var id = new QuasiRefusalId(UUID.randomUUID());
        var submission =
                submission(command, id, actor, body.effectiveAt(), body.lateEntryReason(), ROOT, tree, request);
        if (parameters.flag(DRY_RUN)) {
            return ResponseEntity.ok(QuasiRefusalAnswerBody.of(commands.dryRun(submission)));
        }
        var answer = commands.submit(submission);
        return stored(ResponseEntity.created(URI.create(ROOT + "/" + answer.quasiRefusalId())), answer);
    }

    @PostMapping(
            path = "/quasi-refusals/{quasiRefusalId}/commands/LinkApplication",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QuasiRefusalAnswerBody> link(
            @AuthenticationPrincipal SignedIn person, @PathVariable String quasiRefusalId, HttpServletRequest request) {
        var actor = person.require(QuasiRefusalCommand::isFor);
        var id = admitted(person, quasiRefusalId).received().quasiRefusalId();
        var parameters = Parameters.of(request, DRY_RUN);
        var tree = JsonBody.read(request);
        var body = BodyBinder.bind(QuasiRefusalBodies.LinkBody.class, QuasiRefusalBodies.LINK, tree);
        var command = body.command();
        requireCase(person, command.caseId(), "/caseId");
        var path = ROOT + "/" + id + "/commands/LinkApplication";
        var submission =
                submission(command, id, actor, body.effectiveAt(), body.lateEntryReason(), path, tree, request);
        return parameters.flag(DRY_RUN)
                ? ResponseEntity.ok(QuasiRefusalAnswerBody.of(commands.dryRun(submission)))
                : stored(ResponseEntity.ok(), commands.submit(submission));
    }

    @PostMapping(
            path = "/quasi-refusals/{quasiRefusalId}/commands/ErasePersonalData",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QuasiRefusalAnswerBody> erase(
            @AuthenticationPrincipal SignedIn person, @PathVariable String quasiRefusalId, HttpServletRequest request) {
        var actor = person.require(QuasiRefusalCommand::isForErasing);
        var id = admitted(person, quasiRefusalId).received().quasiRefusalId();
        var parameters = Parameters.of(request, DRY_RUN);
        var tree = JsonBody.read(request);
        var body = BodyBinder.bind(QuasiRefusalBodies.EraseBody.class, QuasiRefusalBodies.ERASE, tree);
        var path = ROOT + "/" + id + "/commands/ErasePersonalData";
        var submission =
                submission(body.command(), id, actor, body.effectiveAt(), body.lateEntryReason(), path, tree, request);
        return parameters.flag(DRY_RUN)
                ? ResponseEntity.ok(QuasiRefusalAnswerBody.of(commands.dryRun(submission)))
                : stored(ResponseEntity.ok(), commands.submit(submission));
    }

    @OpenTo(Audience.CASE_READERS)
    @GetMapping("/quasi-refusals/{quasiRefusalId}")
    ResponseEntity<QuasiRefusalView> view(
            @AuthenticationPrincipal SignedIn person, @PathVariable String quasiRefusalId, HttpServletRequest request) {
        var inquiry = admitted(person, quasiRefusalId);
        Parameters.of(request);
        return ResponseEntity.ok().eTag(tag(inquiry.version())).body(QuasiRefusalView.of(inquiry));
    }

    /** The inquiry, for a person who works for its post. */
    private QuasiRefusal admitted(SignedIn person, String text) {
        var events =
                CaseIds.uuid(text).map(QuasiRefusalId::new).map(history::of).orElse(List.of());
        if (fold(events) instanceof QuasiRefusal inquiry) {
            person.requirePost(inquiry.received().post());
            return inquiry;
        }
        throw ApiException.notFound("there is no such quasi-refusal");
    }

    private static QuasiRefusalState fold(List<StoredQuasiRefusalEvent> events) {
        var state = QuasiRefusalDecider.initialState();
        for (var event : events) {
            state = QuasiRefusalDecider.evolve(
                    state, event.event(), event.stamp().effectiveAt());
        }
        return state;
    }

    /** A case that a body names has to be there, and to be one that the person may read. */
    private void requireCase(SignedIn person, CaseId caseId, String pointer) {
        person.requirePost(cases.postOf(caseId).orElseThrow(() -> QuasiRefusalBodies.noSuchCase(pointer)));
    }

    private static QuasiRefusalSubmission submission(
            QuasiRefusalCommand command,
            QuasiRefusalId id,
            Actor actor,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason,
            String path,
            ObjectNode body,
            HttpServletRequest request) {
        var expectedVersion = CommandHeaders.expectedVersion(request);
        var key = CommandHeaders.key(request)
                .map(text -> CommandHeaders.commandKey(actor.officer().value(), text, path, body));
        return new QuasiRefusalSubmission(
                command, id, actor, effectiveAt, lateEntryReason, expectedVersion, key.orElse(null));
    }

    /** The answer to a command that is kept; a dry run changes no version, so it carries none of these. */
    private static ResponseEntity<QuasiRefusalAnswerBody> stored(
            ResponseEntity.BodyBuilder response, QuasiRefusalAnswer answer) {
        response.eTag(tag(answer.version()));
        if (answer.replayed()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(QuasiRefusalAnswerBody.of(answer));
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
