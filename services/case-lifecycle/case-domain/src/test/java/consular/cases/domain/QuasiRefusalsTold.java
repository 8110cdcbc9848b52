package consular.cases.domain;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.quasirefusals.FormalApplication;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalContext;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.quasirefusals.QuasiRefusalState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What can happen to somebody who asks and does not apply, for the reference. */
final class QuasiRefusalsTold {
    private static final Instant NOON = Instant.parse("2023-10-16T04:00:00Z");

    private QuasiRefusalsTold() {}

    /** One inquiry, from the question to the application that comes after all. */
    static List<List<QuasiRefusalEvent>> all() {
        var events = new ArrayList<QuasiRefusalEvent>();
        var asked = decide(
                new RecordQuasiRefusal(
                        TestPosts.named("MNL").code(),
                        new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH"),
                        "212(a)(6)(E)",
                        "told that evidence might bring the case under it",
                        false,
                        null,
                        null),
                QuasiRefusalDecider.initialState(),
                events);
        decide(new LinkApplication(CaseScenario.CASE, new ApplicantId("a1")), asked, events);
        return List.of(events);
    }

    private static QuasiRefusalState decide(
            QuasiRefusalCommand command, QuasiRefusalState before, List<QuasiRefusalEvent> events) {
        var decision = QuasiRefusalDecider.decide(
                command,
                before,
                new QuasiRefusalContext(
                        new QuasiRefusalId(new UUID(0, 7)),
                        TestActors.named("officer-a"),
                        TestPosts.named("MNL"),
                        null,
                        NOON,
                        null,
                        null,
                        command instanceof LinkApplication ? new FormalApplication(LocalDate.of(2023, 10, 16)) : null));
        if (!(decision instanceof QuasiRefusalDecision.Accepted accepted)) {
            throw new AssertionError(decision);
        }
        var state = before;
        for (var line : accepted.lines()) {
            state = QuasiRefusalDecider.evolve(state, line.event(), NOON);
            events.add(line.event());
        }
        return state;
    }
}
