package consular.cases.application;

/** The way to CLASS, the lookout system. */
public interface ClassGateway {
    /**
     * Hands a message over. When it returns, the other side has it and keeps it, whatever becomes of this node; the same
     * {@code entryId} given again changes nothing there.
     *
     * @throws RuntimeException when that is not sure; the message is given again later
     */
    void send(ClassRecord message);
}
