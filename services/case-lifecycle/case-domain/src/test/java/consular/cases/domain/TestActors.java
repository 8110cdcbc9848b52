package consular.cases.domain;

import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;

/** The people of the demonstration, by their user names. */
final class TestActors {
    private TestActors() {}

    static Actor named(String name) {
        return switch (name) {
            case "intake" -> actor(name, Role.INTAKE, false);
            case "officer-a", "officer-b" -> actor(name, Role.ADJUDICATOR, false);
            case "supervisor-a" -> actor(name, Role.SUPERVISOR, true);
            case "supervisor-x" -> actor(name, Role.SUPERVISOR, false);
            case "auditor" -> actor(name, Role.AUDITOR, false);
            case "visa-office" -> actor(name, Role.DEPARTMENT, false);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    private static Actor actor(String name, Role role, boolean commissioned) {
        return new Actor(new OfficerId(name), role, commissioned);
    }
}
