package consular.cases.domain.quasirefusals;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.ReviewMode;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.RecordQuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inquiry at Manila, and what is done with it. */
abstract class QuasiRefusalsUnderTest {
    /** Noon of Monday, 2023-10-16, in Manila. */
    static final Instant NOW = Instant.parse("2023-10-16T04:00:00Z");

    static final LocalDate DAY = LocalDate.of(2023, 10, 16);
    static final QuasiRefusalId ID = new QuasiRefusalId(new UUID(0, 7));
    static final CaseId CASE = new CaseId(new UUID(0, 1));
    static final ApplicantId A1 = new ApplicantId("a1");
    static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    static final Inquirer PERSON = new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH");
    static final Post MANILA = new Post(
            new PostCode("MNL"),
            "Manila",
            "PH",
            ZoneId.of("Asia/Manila"),
            false,
            ReviewMode.STANDARD,
            false,
            HostHolidays.UNKNOWN,
            date -> new CalendarDay(date, true, "working day"));

    static RecordQuasiRefusal record(String ground, boolean lookout) {
        return new RecordQuasiRefusal(
                new PostCode("MNL"),
                PERSON,
                ground,
                "told that evidence might bring the case under it",
                lookout,
                null,
                null);
    }

    static RecordQuasiRefusal record(String ground, @Nullable VisaCategory category) {
        return new RecordQuasiRefusal(new PostCode("MNL"), PERSON, ground, "told", false, category, null);
    }

    static RecordQuasiRefusal ofCase(String ground) {
        return new RecordQuasiRefusal(
                new PostCode("MNL"), PERSON, ground, "told", false, null, new ApplicantOfCase(CASE, A1));
    }

    static QuasiRefusalDecision decide(RecordQuasiRefusal command, @Nullable FormalApplication application) {
        return QuasiRefusalDecider.decide(
                command,
                QuasiRefusalDecider.initialState(),
                new QuasiRefusalContext(ID, OFFICER, MANILA, null, NOW, null, null, application));
    }

    static QuasiRefusalDecision at(Instant effectiveAt, @Nullable String reason) {
        return QuasiRefusalDecider.decide(
                record("212(a)(6)(E)", false),
                QuasiRefusalDecider.initialState(),
                new QuasiRefusalContext(ID, OFFICER, MANILA, effectiveAt, NOW, reason, null, null));
    }

    static QuasiRefusalDecision link(
            QuasiRefusalState state, @Nullable FormalApplication application, @Nullable Long seen) {
        return QuasiRefusalDecider.decide(
                new LinkApplication(CASE, A1),
                state,
                new QuasiRefusalContext(ID, OFFICER, MANILA, null, NOW, null, seen, application));
    }

    static QuasiRefusalDecision acknowledge(QuasiRefusalState state) {
        return QuasiRefusalDecider.decide(
                new AcknowledgeLookout(),
                state,
                new QuasiRefusalContext(ID, Actor.SERVICE, MANILA, null, NOW, null, null, null));
    }

    static Accepted accepted(RecordQuasiRefusal command) {
        return (Accepted) decide(command, null);
    }

    static void rejected(QuasiRefusalDecision decision, RejectionCode code) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.rejection().code()).isEqualTo(code));
    }

    static QuasiRefusal fold(Accepted accepted) {
        return after(QuasiRefusalDecider.initialState(), accepted);
    }

    static QuasiRefusal after(QuasiRefusalState before, Accepted accepted) {
        var state = before;
        for (var line : accepted.lines()) {
            state = QuasiRefusalDecider.evolve(
                    state, line.event(), accepted.time().effectiveAt());
        }
        return (QuasiRefusal) state;
    }

    static QuasiRefusalView view(Accepted accepted) {
        return QuasiRefusalView.of(fold(accepted));
    }

    static List<Class<?>> types(Accepted accepted) {
        return accepted.lines().stream()
                .<Class<?>>map(line -> line.event().getClass())
                .toList();
    }
}
