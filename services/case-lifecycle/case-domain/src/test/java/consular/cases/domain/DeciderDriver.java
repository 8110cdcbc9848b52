package consular.cases.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import consular.cases.domain.golden.CaseDriver;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalContext;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.reference.Outcome;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Drives the decider with the bodies that HTTP would carry. */
final class DeciderDriver implements CaseDriver {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ReviewView.class, ClassMember.class)
            .addModule(new SimpleModule()
                    .addDeserializer(PostCode.class, new IdDeserializer<>(PostCode.class, PostCode::new))
                    .addDeserializer(ApplicantId.class, new IdDeserializer<>(ApplicantId.class, ApplicantId::new))
                    .addDeserializer(RefusalId.class, new IdDeserializer<>(RefusalId.class, RefusalId::new))
                    .addDeserializer(FindingId.class, new IdDeserializer<>(FindingId.class, FindingId::new))
                    .addDeserializer(
                            AdvisoryOpinionId.class,
                            new IdDeserializer<>(AdvisoryOpinionId.class, AdvisoryOpinionId::new))
                    .addSerializer(CaseId.class, ToStringSerializer.instance)
                    .addSerializer(PostCode.class, ToStringSerializer.instance)
                    .addSerializer(ApplicantId.class, ToStringSerializer.instance)
                    .addSerializer(OfficerId.class, ToStringSerializer.instance)
                    .addSerializer(RefusalId.class, ToStringSerializer.instance)
                    .addSerializer(FindingId.class, ToStringSerializer.instance)
                    .addSerializer(AdvisoryOpinionId.class, ToStringSerializer.instance))
            .build();

    private final List<RecordedEvent> history = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private CaseState state = CaseDecider.initialState();
    private Instant clock = Instant.EPOCH;
    private String post = "MNL";

    /** What has been recorded of the case. */
    List<RecordedEvent> history() {
        return List.copyOf(history);
    }

    @Override
    public ZoneId zoneOf(String code) {
        post = code;
        return TestPosts.named(code).zone();
    }

    @Override
    public void moveClock(Instant now) {
        clock = now;
        if (state instanceof CaseState.CaseFile) {
            decide(new CaseCommand.ActOnDeadlines(), Actor.SERVICE, null, null);
        }
    }

    @Override
    public Optional<String> give(
            String who,
            String command,
            ObjectNode body,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {
        var name = CommandName.valueOf(command);
        var actor = TestActors.named(who);
        if (!name.isFor(actor.role()) && !name.turnsAwayByRule()) {
            throw new AssertionError("%s may not give %s".formatted(who, command));
        }
        var given = JSON.treeToValue(body, name.type());
        return switch (decide(given, actor, effectiveAt, lateEntryReason)) {
            case Decision.Accepted accepted -> {
                outcomes.add(new Outcome.Accepted(name, accepted.events()));
                yield Optional.empty();
            }
            case Decision.Rejected rejected -> {
                var code = rejected.rejection().code();
                outcomes.add(new Outcome.Refused(name, code));
                yield Optional.of(code.name());
            }
            case Decision.Malformed malformed -> throw new AssertionError(malformed);
            case Decision.Stale stale -> throw new AssertionError(stale);
        };
    }

    private Decision decide(
            CaseCommand command, Actor actor, @Nullable Instant effectiveAt, @Nullable String lateEntryReason) {
        var destination = command instanceof CaseCommand.TransferCase transfer
                ? TestPosts.find(transfer.toPost()).orElse(null)
                : null;
        var context = new CommandContext(
                        CaseScenario.CASE, actor, current(), effectiveAt, clock, lateEntryReason, null, false)
                .sendingTo(destination);
        var decision = CaseDecider.decide(command, state, context);
        if (decision instanceof Decision.Accepted accepted) {
            for (var event : accepted.events()) {
                history.add(event);
                state = CaseDecider.evolve(state, event.event(), event.stamp());
            }
        }
        return decision;
    }

    @Override
    public JsonNode state() {
        return JSON.valueToTree(CaseView.of(file()));
    }

    @Override
    public List<String> eventTypes() {
        return history.stream().map(it -> it.event().getClass().getSimpleName()).toList();
    }

    @Override
    public List<JsonNode> payloads(String type) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.getClass().getSimpleName().equals(type))
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    /** The domain decides which letters there are, and prints none. */
    @Override
    public Optional<String> letter(String letterId, String language) {
        return Optional.empty();
    }

    /** A history of its own, which leaves no trace in that of a case. */
    @Override
    public void recordQuasiRefusal(String who, ObjectNode body) {
        var decision = QuasiRefusalDecider.decide(
                JSON.treeToValue(body, RecordQuasiRefusal.class),
                QuasiRefusalDecider.initialState(),
                new QuasiRefusalContext(
                        new QuasiRefusalId(new UUID(0, 38)),
                        TestActors.named(who),
                        TestPosts.named(post),
                        null,
                        clock,
                        null,
                        null,
                        null));
        if (!(decision instanceof QuasiRefusalDecision.Accepted)) {
            throw new AssertionError(decision);
        }
    }

    @Override
    public List<JsonNode> report28(int fiscalYear) {
        return JSON.<JsonNode>valueToTree(FindingsCounted.of(file(), fiscalYear))
                .valueStream()
                .toList();
    }

    @Override
    public JsonNode deadlines() {
        return JSON.valueToTree(CaseDeadlines.of(file(), current(), Alarms.RECOMMENDED));
    }

    /** The post where the case is now, or where it is to be registered. */
    private Post current() {
        return TestPosts.named(
                state instanceof CaseState.CaseFile file ? file.post().value() : post);
    }

    private CaseState.CaseFile file() {
        return switch (state) {
            case CaseState.CaseFile file -> file;
            case CaseState.NotRegistered _ -> throw new AssertionError("nothing is registered");
        };
    }

    /** What became of each command. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The codes met so far. */
    Set<RejectionCode> rejections() {
        var met = EnumSet.noneOf(RejectionCode.class);
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused) {
                met.add(refused.code());
            }
        }
        return met;
    }

    /** A record cannot have a component named class. */
    private interface ClassMember {
        @JsonProperty("class")
        ReviewClass reviewClass();
    }

    /** Ids are plain text on the wire. */
    private static final class IdDeserializer<T> extends StdDeserializer<T> {
        private final Function<String, T> read;

        IdDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return read.apply(parser.getString());
        }
    }
}
