package consular.cases.service.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.golden.GoldenScenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some people at work on cases of their own, good requests and bad ones in turn: its seed and number tell it again but for
 * what the answers differ in: ids, and what others did at the same time. A line for curl says exactly what was sent.
 */
final class Story {
    static final int PLACES = 20;

    /** What changes the clock for all, so that nobody else may be at work. */
    static final String CLOCK = "setClock";

    /** What takes as long as the log is. */
    private static final Set<String> COSTLY =
            Set.of("rebuildReadModels", "compareReadModels", "rotateKeys", "read-reports-rule-set-effects");

    private static final int REMEMBERED = 12;

    private final Scene scene;
    private final int number;
    private final Chance chance;
    private final Knowledge known = new Knowledge();
    private final Values values;
    private final Drafts drafts;
    private final Spoiler spoiler;
    private final List<ApiOperation> commands;
    private final List<ApiOperation> reads;
    private final List<String> allowed = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final List<ApiRequest> sent = new ArrayList<>();

    /** What can be done with what was made last, but for cases, with which everything else is done. */
    private List<ApiOperation> upon = List.of();

    Story(Scene scene, int number) {
        this.scene = scene;
        this.number = number;
        this.chance = Chance.of(scene.seed(), number);
        this.values = new Values(scene.document(), scene.common(), known, chance, scene.now(), number);
        this.drafts = new Drafts(values, chance);
        this.spoiler = new Spoiler(values, chance);
        this.commands = scene.document().operations().stream()
                .filter(operation -> operation.path().contains("{caseId}/commands/"))
                .toList();
        this.reads = scene.document().operations().stream()
                .filter(operation -> operation.isRead() && operation.path().contains("{caseId}"))
                .toList();
    }

    /** Whether it has to be told alone. */
    boolean movesTheClock() {
        for (var place = 0; place < PLACES; place++) {
            if (target(place).operation().id().equals(CLOCK)) {
                return true;
            }
        }
        return opening().filter(GoldenScenario::movesTheClock).isPresent();
    }

    private Optional<GoldenScenario> opening() {
        return scene.histories().opening(number);
    }

    private Target target(int place) {
        return scene.agenda().at(number, place, PLACES);
    }

    void tell() {
        opening().ifPresent(history -> new Opening(scene, values, chance, this::send).tell(history));
        for (var i = 0; i < 4 && known.latest("caseId").isEmpty(); i++) {
            register();
        }
        for (var place = 0; place < PLACES; place++) {
            var target = target(place);
            var draft = drafts.of(target.operation());
            spoiler.prepare(draft, target);
            var good = draft.finish();
            spoiler.spoil(draft, target);
            var status = send(draft);
            if (!draft.finish().isAs(good) && target.isMet(status)) {
                scene.agenda().done(target);
            }
            carryOn();
            carryOn();
        }
    }

    private void register() {
        send(drafts.of(scene.document().operation("RegisterCase")));
    }

    private void carryOn() {
        if (chance.in(0.06) && !sent.isEmpty()) {
            again(chance.oneOf(sent));
        } else if (chance.in(0.04)) {
            register();
        } else if (!upon.isEmpty() && chance.in(0.3)) {
            send(drafts.of(chance.oneOf(upon)));
        } else if (chance.in(0.2)) {
            lookWhatIsAllowed();
        } else if (chance.in(0.65)) {
            command();
        } else {
            anything();
        }
    }

    private void lookWhatIsAllowed() {
        var draft = drafts.of(scene.document().operation("readCommands"));
        draft.user(chance.oneOf(List.of("officer-a", "supervisor-a", "visa-office", "intake", "admin")));
        draft.removeQuery("limit");
        draft.removeQuery("after");
        send(draft);
    }

    private void command() {
        var guided = !allowed.isEmpty() && chance.in(0.8);
        var operation = guided ? scene.document().operation(chance.oneOf(fresh())) : chance.oneOf(commands);
        var draft = drafts.of(operation);
        if (chance.in(0.1)) {
            var targets = scene.agenda().targets().stream()
                    .filter(target -> target.operation() == operation && target.kind() == Target.Kind.MEMBER)
                    .toList();
            var target = chance.oneOf(targets);
            spoiler.prepare(draft, target);
            spoiler.spoil(draft, target);
        }
        send(draft);
    }

    /** Of what is allowed that which nobody has given yet in this case, if any: so a case comes further. */
    private List<String> fresh() {
        var fresh = allowed.stream().filter(name -> !given.contains(name)).toList();
        return fresh.isEmpty() || chance.in(0.3) ? allowed : fresh;
    }

    private void anything() {
        var operation = chance.oneOf(chance.in(0.3) ? reads : scene.document().operations());
        if (operation.id().equals(CLOCK) && !movesTheClock() || COSTLY.contains(operation.id()) && chance.in(0.9)) {
            return;
        }
        send(drafts.of(operation));
    }

    /** The same request; or its key with another body. */
    private void again(ApiRequest request) {
        var body = request.body();
        if (body != null && chance.in(0.3)) {
            send(new ApiRequest(
                    request.operation(),
                    request.method(),
                    request.path(),
                    request.headers(),
                    request.user(),
                    (new String(body, UTF_8) + " ").replaceFirst("a", "b").getBytes(UTF_8)));
        } else {
            send(request);
        }
    }

    /** The status of the answer; 0 if there was none. */
    private int send(Draft draft) {
        var request = draft.finish();
        if (request.headers().containsKey("Idempotency-Key")) {
            sent.add(request);
            if (sent.size() > REMEMBERED) {
                sent.removeFirst();
            }
        }
        return send(request);
    }

    private int send(ApiRequest request) {
        try {
            var answer = scene.caller().send(request);
            scene.tally().answered(request.operation(), answer);
            scene.check()
                    .fault(request, answer)
                    .ifPresent(fault -> failed(request, fault, answer.status() + " " + answer.text()));
            if (answer.status() < 300) {
                learn(request, answer);
            }
            return answer.status();
        } catch (IOException | CompletionException broken) {
            failed(request, "no answer: " + broken, "");
            return 0;
        }
    }

    private void learn(ApiRequest request, Caller.Answer answer) {
        var tag = answer.header("ETag");
        if (!tag.isEmpty()) {
            known.learn("ETag", Values.string(tag));
        }
        if (!answer.form().equals("application/json")) {
            return;
        }
        try {
            var body = JsonMapper.shared().readTree(answer.body());
            if (answer.status() == 201 && request.operation().id().equals("RegisterCase")) {
                known.forgetIds();
                given.clear();
                allowed.clear();
            }
            made(request.operation());
            given.add(request.operation().id());
            // what a list tells is of others
            var isOurs = !request.operation().isRead() || request.path().contains("/cases/");
            known.learnAll(body, name -> isOurs || !Knowledge.isId(name));
            if (request.operation().id().equals("readCommands")) {
                allowed.clear();
                body.path("items").forEach(item -> {
                    var name = item.get("command").asString();
                    if (item.get("allowed").asBoolean(false) && scene.document().has(name)) {
                        allowed.add(name);
                    }
                });
            }
        } catch (JacksonException broken) {
            failed(request, "no JSON", answer.text());
        }
    }

    private void made(ApiOperation operation) {
        var below = scene.document().operations().stream()
                .filter(each -> each.path().startsWith(operation.path() + "/{")
                        && !each.path().contains("{caseId}"))
                .toList();
        if (operation.method().equals("POST") && !below.isEmpty()) {
            upon = below;
        }
    }

    private void failed(ApiRequest request, String fault, String answer) {
        scene.tally().failed(request.operation(), fault, """
            story %d of seed %d (nearly so again: -Dfuzz.seed=%d -Dfuzz.story=%d)
            %s
            answered: %s
            """.formatted(
                        number,
                        scene.seed(),
                        scene.seed(),
                        number,
                        request.told(),
                        answer.length() > 1_500 ? answer.substring(0, 1_500) + "…" : answer));
    }
}
