package consular.cases.web.api;

import consular.cases.application.CommandFailure;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.WhatIf;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Answers what would follow from commands. It is a question: nothing is stored, and asked again later it may be answered
 * differently, unless it is asked under the same key.
 */
@Resource
@OpenTo(Audience.CASE_READERS)
class WhatIfController {
    private static final List<String> BESIDE_THE_BODY = List.of("/effectiveAt", "/lateEntryReason");

    private final CaseAccess access;
    private final Posts posts;
    private final Policy policy;
    private final KeyedQuestions questions;

    WhatIfController(CaseAccess access, Posts posts, Policy policy, KeyedQuestions questions) {
        this.access = access;
        this.posts = posts;
        this.policy = policy;
        this.questions = questions;
    }

    @PostMapping(path = "/cases/{caseId}/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WhatIfAnswer> ask(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var record = access.read(person, caseId);
        var events = record.events();
        Parameters.of(request);
        var body = JsonBody.read(request);
        // a role is refused before anything else in the body is looked at, as where the command is given
        WhatIfBodies.names(body).forEach(name -> person.require(name::isFor));
        var question = WhatIfBodies.bind(body);
        var path = "/cases/" + record.caseId().value() + "/what-if";
        var expected = CommandHeaders.expectedVersion(request);
        var asked = questions.moment(person, request, path, body, events.size(), expected);
        var version = asked.answer().version();
        var file = fold(events.subList(0, (int) version));
        return KeyedQuestions.answer(asked)
                .eTag("\"" + version + "\"")
                .body(answer(person, file, question, asked.answer().at()));
    }

    private WhatIfAnswer answer(SignedIn person, CaseFile file, WhatIfBodies.Question question, Instant at) {
        var supposed = question.commands().stream()
                .map(given -> new WhatIf.Supposed(
                        given.command(),
                        person.require(given.envelope().command()::isFor),
                        given.envelope().effectiveAt(),
                        given.envelope().lateEntryReason()))
                .toList();
        return switch (WhatIf.ask(file, posts, policy, at, supposed, question.until())) {
            case WhatIf.Followup followup ->
                WhatIfAnswer.of(
                        file.version(),
                        followup,
                        question.commands(),
                        posts.find(followup.file().post()).orElseThrow(),
                        policy.alarms());
            case WhatIf.Senseless senseless ->
                throw new CommandFailure.Malformed(pointer(senseless), senseless.detail());
        };
    }

    private static String pointer(WhatIf.Senseless senseless) {
        var command = senseless.command();
        if (command == null) {
            return senseless.pointer();
        }
        var at = "/" + WhatIfBodies.COMMANDS + "/" + command;
        return BESIDE_THE_BODY.contains(senseless.pointer())
                ? at + senseless.pointer()
                : at + "/" + WhatIfBodies.BODY + senseless.pointer();
    }

    private static CaseFile fold(List<StoredEvent> events) {
        var lines = events.stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        if (CaseDecider.fold(lines) instanceof CaseFile file) {
            return file;
        }
        throw new IllegalStateException("what may be read is registered");
    }
}
