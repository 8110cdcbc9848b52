package consular.cases.domain.people;

/**
 * Who gives a command.
 *
 * @param role the part in which the command is given
 * @param commissioned whether the person holds a consular commission, without which there is no
 *     electronic review (9 FAM 504.11-3(B)(1)d)
 * @param supervision whom the person supervises at the time
 */
public record Actor(OfficerId officer, Role role, boolean commissioned, Supervision supervision) {
    /** The service itself, acting because a deadline passed. */
    public static final Actor SERVICE = new Actor(OfficerId.SERVICE, Role.SERVICE, false);

    /** Somebody who supervises nobody. */
    public Actor(OfficerId officer, Role role, boolean commissioned) {
        this(officer, role, commissioned, Supervision.OF_NOBODY);
    }

    /** The same as the record of an act names the person, which keeps nobody's subordinates. */
    public Actor onRecord() {
        return supervision.equals(Supervision.OF_NOBODY) ? this : new Actor(officer, role, commissioned);
    }
}
