package consular.cases.application;

/**
 * The secret under which digests are made of what is personal, so that nobody can try words against them: the same on every node
 * and for ever.
 */
@FunctionalInterface
public interface DigestKey {
    /** It, which nobody keeps longer than it takes to use it. */
    byte[] bytes();
}
