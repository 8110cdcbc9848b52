package consular.cases.application;

/** The way to CLASS, the lookout system. */
public interface ClassGateway {
    /**
     * Hands a message over. When it returns, the other side has it and keeps it, whatever becomes of this node; the same
     * {@code entryId} given again changes nothing there. A deletion is the last word on its refusal: it changes nothing where there is no
     * entry, and an entry of that refusal that arrives after it, from a node that was slow, is not made.
     *
     * @throws RuntimeException when that is not sure; the message is given again later
     */
    void send(ClassRecord message);
}
