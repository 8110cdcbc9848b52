package consular.cases.service.fuzz;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.golden.CaseActor;
import consular.cases.domain.golden.GoldenScenario;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A story that opens with a history that is known, with a bad request before many a good one: chance alone rarely finds
 * the order of acts that the law wants.
 */
final class Opening implements CaseActor {
    private static final Posts POSTS = ReferencePosts.load();

    private final Scene scene;
    private final Drafts drafts;
    private final Spoiler spoiler;
    private final Chance chance;
    private final Values values;
    private final Consumer<Draft> send;
    private String post = "";

    Opening(Scene scene, Values values, Chance chance, Consumer<Draft> send) {
        this.scene = scene;
        this.values = values;
        this.drafts = new Drafts(values, chance);
        this.spoiler = new Spoiler(values, chance);
        this.chance = chance;
        this.send = send;
    }

    void tell(GoldenScenario history) {
        history.act(this);
    }

    @Override
    public ZoneId zoneOf(String code) {
        post = code;
        return POSTS.find(new PostCode(code)).orElseThrow().zone();
    }

    @Override
    public void moveClock(Instant now) {
        send.accept(
                good("setClock", "admin", JsonMapper.shared().createObjectNode().put("now", now.toString())));
    }

    /** What comes of it is looked at where it is sent. */
    @Override
    public Optional<String> give(
            String who,
            String command,
            ObjectNode body,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {
        var request = CaseActor.request(body, effectiveAt, lateEntryReason);
        if (command.equals("RegisterCase")) {
            request.put("caseNumber", values.caseNumber()).put("post", post);
        } else if (chance.in(0.5)) {
            send.accept(spoilt(good(command, who, request.deepCopy())));
        }
        send.accept(good(command, who, request));
        return Optional.empty();
    }

    @Override
    public void recordQuasiRefusal(String who, ObjectNode body) {
        send.accept(good("RecordQuasiRefusal", who, body));
    }

    private Draft good(String operation, String who, ObjectNode body) {
        var draft = drafts.of(scene.document().operation(operation));
        draft.user(who);
        draft.removeHeader("If-Match");
        draft.header("Content-Type", "application/json");
        draft.json(body);
        return draft;
    }

    private Draft spoilt(Draft draft) {
        var target = chance.oneOf(scene.agenda().targets().stream()
                .filter(each -> each.operation() == draft.operation())
                .toList());
        spoiler.spoil(draft, target);
        return draft;
    }
}
