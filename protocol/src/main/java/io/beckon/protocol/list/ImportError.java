package io.beckon.protocol.list;

import io.beckon.protocol.Wire;

/**
 * Why a whole file could not be loaded, for an operator.
 *
 * @param code UPPER_SNAKE, for programs
 * @param detail one sentence on what is wrong with the file
 * @param remedy one sentence on what to do
 */
public record ImportError(String code, String detail, String remedy) implements Wire {}
