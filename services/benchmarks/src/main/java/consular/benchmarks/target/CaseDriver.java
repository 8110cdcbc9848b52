package consular.benchmarks.target;

import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;

/** Gives commands to the case life cycle. Safe for many callers at once. */
public interface CaseDriver {
    /** The demo user who registers cases and files evidence. */
    Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);

    /** The demo user who decides. */
    Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);

    /** Gives the command and waits until its events are durable, or it is rejected. */
    Outcome give(Order order);
}
