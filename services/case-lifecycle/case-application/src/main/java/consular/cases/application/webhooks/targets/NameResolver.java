package consular.cases.application.webhooks.targets;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface NameResolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
}
