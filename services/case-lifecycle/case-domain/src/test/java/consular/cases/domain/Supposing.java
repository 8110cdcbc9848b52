package consular.cases.domain;

import static consular.cases.domain.Commands.*;

import consular.cases.domain.WhatIf.Followup;
import consular.cases.domain.WhatIf.Supposed;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rejection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what would follow from a story that a test tells. */
final class Supposing {
    private Supposing() {}

    static final ZoneId MANILA = ZoneId.of("Asia/Manila");

    static Supposed at(@Nullable String time, String who, CaseCommand.ByPerson command) {
        return new Supposed(command, TestActors.named(who), time == null ? null : instant(time), null);
    }

    static Followup ask(CaseScenario story, String now, @Nullable String until, Supposed... commands) {
        return ask(story, Policy.RECOMMENDED, now, until, commands);
    }

    static Followup ask(CaseScenario story, Policy policy, String now, @Nullable String until, Supposed... commands) {
        return (Followup) WhatIf.ask(
                story.file(),
                TestPosts.all(),
                policy,
                instant(now),
                List.of(commands),
                until == null ? null : instant(until));
    }

    static List<Class<?>> types(Followup answer) {
        return answer.events().stream()
                .<Class<?>>map(it -> it.line().event().getClass())
                .toList();
    }

    static Rejection rejection(Followup answer, int command) {
        return Objects.requireNonNull(answer.outcomes().get(command).rejection());
    }

    static Instant instant(String time) {
        return LocalDateTime.parse(time).atZone(MANILA).toInstant();
    }
}
