package consular.cases.application.webhooks.targets;

import java.net.UnknownHostException;

/** A name has an address that nothing may be sent to. To whoever resolves it, it is as if it had none. */
public final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("an address that events may not be sent to");
    }
}
