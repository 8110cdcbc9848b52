package consular.cases.domain.people;

/**
 * Who gives a command.
 *
 * @param role the part in which the command is given
 * @param commissioned whether the person holds a consular commission, without which there is no
 *     electronic review (9 FAM 504.11-3(B)(1)d)
 */
public record Actor(OfficerId officer, Role role, boolean commissioned) {
    /** The service itself, acting because a deadline passed. */
    public static final Actor SERVICE = new Actor(OfficerId.SERVICE, Role.SERVICE, false);
}
