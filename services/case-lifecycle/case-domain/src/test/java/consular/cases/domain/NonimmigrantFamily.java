package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.posts.Post;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A nonimmigrant family of three at Manila, as its registration in the record makes it. */
final class NonimmigrantFamily {
    private static final Post POST = TestPosts.named("MNL");

    private final Instant now;
    private CaseState state;

    private NonimmigrantFamily(LocalDate day) {
        now = day.atTime(9, 0).atZone(POST.zone()).toInstant();
        var context = context("intake");
        var registered = new Act(CaseDecider.initialState(), context, POST)
                .record(new CaseRegistered(
                        CaseScenario.CASE,
                        "CASE1",
                        POST.code(),
                        POST.zone(),
                        VisaCategory.NONIMMIGRANT,
                        "B2",
                        null,
                        List.of(principal(), spouse(), Families.child()),
                        null));
        state = registered.file();
    }

    static NonimmigrantFamily applied(LocalDate day) {
        var family = new NonimmigrantFamily(day);
        family.give(apply(A1));
        family.give(apply(A2));
        family.give(apply(Families.A3));
        return family;
    }

    void give(CaseCommand command) {
        assertThat(decide(command)).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            for (var line : accepted.events()) {
                state = CaseDecider.evolve(state, line.event(), line.stamp());
            }
        });
    }

    RejectionCode codeOf(CaseCommand command) {
        return ((Decision.Rejected) decide(command)).rejection().code();
    }

    List<ApplicationState> states() {
        return ((CaseState.CaseFile) state)
                .applicants().stream().map(Applicant::state).toList();
    }

    private Decision decide(CaseCommand command) {
        return CaseDecider.decide(command, state, context("officer-a"));
    }

    private CommandContext context(String who) {
        return new CommandContext(CaseScenario.CASE, TestActors.named(who), POST, null, now, null, null, false);
    }
}
