package consular.cases.domain;

import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The people of the demonstration, by their user names. */
final class TestActors {
    private TestActors() {}

    static Actor named(String name) {
        return switch (name) {
            case "intake" -> actor(name, Role.INTAKE, false);
            case "officer-a", "officer-b" -> actor(name, Role.ADJUDICATOR, false);
            case "supervisor-a" -> supervisor(name, true, "officer-a", "officer-b");
            case "supervisor-b" -> supervisor(name, true, "officer-b");
            case "supervisor-x" -> supervisor(name, false, "officer-a", "officer-b");
            case "auditor" -> actor(name, Role.AUDITOR, false);
            case "admin" -> actor(name, Role.ADMIN, false);
            case "visa-office" -> actor(name, Role.DEPARTMENT, false);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    private static Actor supervisor(String name, boolean commissioned, String... supervised) {
        return new Actor(
                new OfficerId(name),
                Role.SUPERVISOR,
                commissioned,
                Supervision.of(Arrays.stream(supervised).map(OfficerId::new).collect(Collectors.toSet())));
    }

    private static Actor actor(String name, Role role, boolean commissioned) {
        return new Actor(new OfficerId(name), role, commissioned);
    }
}
