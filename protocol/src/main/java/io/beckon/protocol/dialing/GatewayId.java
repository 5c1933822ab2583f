package io.beckon.protocol.dialing;

import io.beckon.protocol.Wire;

/**
 * One incarnation of a gateway: it lives and dies with the JVM it runs in.
 *
 * @param node the node's name, {@code node-1}; what people see
 * @param address the node's Akka address, {@code akka://beckon@127.0.0.1:2551}
 * @param nodeUid the Akka uid of that incarnation of the node
 */
public record GatewayId(String node, String address, long nodeUid) implements Wire {}
